import type { Diagnostic } from '../../text/index.ts';
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
  diagnostics,
}: LintedFile) => ({
  file,
  verdict,
  version: context.version,
  context: { evidence: context.evidence, roles: context.roles, assumptions: context.assumptions },
  statements,
  notUnderstood,
  suppressed,
  diagnostics: diagnostics.map(findingJson),
});

function findingJson({ span, fix, commands, notes, ...one }: Diagnostic): object {
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
    ...((fix || commands) && {
      fix: {
        commands: commands ?? [],
        edits: fix?.map(({ span: at, text }) => ({
          line: at.start.line,
          column: at.start.column,
          endLine: at.end.line,
          endColumn: at.end.column,
          text,
        })),
      },
    }),
    counterExample,
  };
}
