import type { Diagnostic, Edit } from '../../text/index.ts';
import type { LintedFile, Report } from './report.ts';

/** As data, for scripts: absent parts are left out. */
export const asJson = ({ files }: Report): object => ({ files: files.map(fileJson) });

const fileJson = ({
  file,
  verdict,
  context,
  statements,
  notUnderstood,
  suppressed,
  mended,
  baseline,
  diagnostics,
}: LintedFile) => ({
  file,
  verdict,
  version: context.version,
  context: {
    evidence: context.evidence,
    roles: context.roles,
    known: context.known,
    assumptions: context.assumptions,
  },
  statements,
  notUnderstood,
  suppressed,
  ...(baseline && { baseline }),
  ...mended,
  diagnostics: diagnostics.map(findingJson),
});

/** A finding as data; its fix as replacements by line and column. */
export function findingJson({ span, fix, notes, ...one }: Diagnostic) {
  const { id, severity, confidence = 'certain', what, why, do: todo, counterExample } = one;
  return {
    id,
    severity,
    confidence,
    file: span.file,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    what,
    why,
    do: todo,
    ...(notes && {
      related: notes.map(note => ({ text: note.text, line: note.span?.start.line, file: note.span?.file })),
    }),
    ...(fix && { fix: { ...fix, edits: fix.edits.map(editJson) } }),
    counterExample,
  };
}

const editJson = ({ span: { start, end }, text }: Edit) => ({
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
  text,
});
