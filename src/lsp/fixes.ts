import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver';
import type { Diagnostic, InEveryLanguage, Span } from '../text/index.ts';
import { lspDiagnostic } from './diagnostics.ts';
import type { OpenText } from './text/open-text.ts';

const en = {
  fix: (what: string) => `Mend: ${what}`,
  ignore: (rule: string) => `Suppress ${rule} here, with a reason`,
  reason: 'why it is meant',
};

const id: typeof en = {
  fix: what => `Perbaiki: ${what}`,
  ignore: rule => `Sembunyikan ${rule} di sini, dengan alasan`,
  reason: 'mengapa ini disengaja',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What can be done about the findings at a place: the edits that mend them, and a comment that says they are meant. */
export function codeActions(text: OpenText, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const here = diagnostics.filter(({ span }) => touch(text.places.rangeOfSpan(span), range));
  return [...here.flatMap(one => mending(text, one)), ...here.flatMap(one => suppressing(text, one))];
}

const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
const touch = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);

function mending(text: OpenText, one: Diagnostic): CodeAction[] {
  const say = words[text.language];
  const edits = (one.fix?.edits ?? []).map(({ span, text: newText }) => editOf(text, span, newText));
  return edits.length === 0
    ? []
    : [
        {
          ...action(text, one, [say.fix(one.do ?? one.what), one.fix?.note ?? ''].join(' ').trim(), edits),
          isPreferred: one.fix?.isSafe === true,
        },
      ];
}

/** The comment stands directly before the line on which the statement begins; elsewhere it would be a part of it. */
function suppressing(text: OpenText, one: Diagnostic): CodeAction[] {
  const say = words[text.language];
  const { line } = text.places.rangeOfSpan(one.span).start;
  const begins = text.outline.statements.some(
    ({ isTop, statement }) => isTop && text.places.rangeOf(statement).start.line === line,
  );
  if (!begins) return [];
  const at = { line, character: 0 };
  const newText = withItsLineEnds(text, `# jalur-ignore ${one.id}: ${say.reason}\n`);
  return [action(text, one, say.ignore(one.id), [{ range: { start: at, end: at }, newText }])];
}

const editOf = (text: OpenText, span: Span, newText: string): TextEdit => ({
  range: text.places.rangeOfSpan(span),
  newText: withItsLineEnds(text, newText),
});

const withItsLineEnds = ({ text }: OpenText, written: string): string =>
  text.includes('\r\n') ? written.replaceAll(/\r?\n/g, '\r\n') : written;

const action = (text: OpenText, one: Diagnostic, title: string, edits: TextEdit[]): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [lspDiagnostic(text, one)],
  edit: {
    documentChanges: [{ textDocument: { uri: text.uri, version: text.version }, edits }],
  },
});
