import { type Diagnostic, printPlace } from '../../diagnostic/index.ts';
import type { Colours } from './colour.ts';

/** Texts that diagnostics point into, by the name of their file. */
export type Texts = ReadonlyMap<string, string>;

function excerpt({ span }: Diagnostic, texts: Texts, colours: Colours): readonly string[] {
  const line = texts.get(span.file)?.split(/\r?\n/)[span.start.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const end = span.end.line === span.start.line ? span.end.column : line.length + 1;
  const gap = line.slice(0, span.start.column - 1).replace(/[^\t]/g, ' ');
  return [`    ${line}`, `    ${gap}${colours.yellow('~'.repeat(Math.max(1, end - span.start.column)))}`];
}

function lines(diagnostic: Diagnostic, texts: Texts, colours: Colours): readonly string[] {
  const { severity, id, what, why, do: next, span } = diagnostic;
  const paint = { error: colours.red, warning: colours.yellow, info: colours.cyan }[severity];
  const notes = (diagnostic.notes ?? []).map(
    note => `${note.span ? `${printPlace(note.span)} ` : ''}${note.text}`,
  );
  return [
    `${colours.bold(printPlace(span))} ${paint(severity)} ${colours.dim(id)}  ${what}`,
    ...excerpt(diagnostic, texts, colours),
    ...[why, next, ...notes].filter(text => text !== undefined).map(text => `    ${text}`),
  ];
}

/** Findings for people: place, severity, id and sentence; the source line with its place underlined; why and what to do. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], texts: Texts, colours: Colours): string {
  return diagnostics.map(diagnostic => `${lines(diagnostic, texts, colours).join('\n')}\n`).join('');
}
