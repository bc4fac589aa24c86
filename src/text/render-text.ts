import type { Diagnostic, Severity } from './diagnostic.ts';
import type { InEveryLanguage, Language } from './language.ts';
import { SourceLines, type TextOf } from './source-lines.ts';
import { nowhere, printPlace, type Span } from './span.ts';
import { visible } from './visible.ts';

/** How parts of the text are coloured; plain where none is given. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

const plain: Paint = { severity: (_, text) => text, faint: text => text, strong: text => text };

/** What stands before each part of a finding. */
const en = { why: 'why: ', example: 'e.g. ', do: 'do:  ', note: 'note: ' };
const id: typeof en = { why: 'sebab: ', example: 'mis.:  ', do: 'saran: ', note: 'catatan: ' };
const labels: InEveryLanguage<typeof en> = { en, id };

interface Look {
  readonly paint: Paint;
  readonly labels: typeof en;
}

/**
 * One finding for people: place, severity, id and what; the source line with a squiggle; why and what to do.
 * Lines longer than the window around the finding are cut with `…`.
 */
function renderDiagnostic(diagnostic: Diagnostic, source: SourceLines, { paint, labels }: Look): string {
  const { span, severity, id, what, why, do: todo, notes = [], counterExample, fix } = diagnostic;
  const place = span.file === nowhere.file ? '' : `${paint.strong(visible(printPlace(span)))} `;
  const head = `${place}${paint.severity(severity, severity)} ${paint.faint(id)}  ${visible(what)}`;
  const lines = [head, ...excerpt(span, source, text => paint.severity(severity, text))];
  if (why !== undefined) lines.push(`  ${labels.why}${why}`);
  if (counterExample !== undefined) lines.push(`  ${labels.example}${visible(counterExample)}`);
  if (todo !== undefined) lines.push(`  ${labels.do}${visible(todo)}`);
  for (const command of fix?.commands ?? [])
    lines.push(`  ${' '.repeat(labels.do.length)}${visible(command)}`);
  for (const note of notes)
    lines.push(`  ${labels.note}${visible(`${note.span ? `${printPlace(note.span)} ` : ''}${note.text}`)}`);
  return lines.join('\n');
}

/** All findings, an empty line between. */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
  paint: Paint = plain,
  language: Language = 'en',
): string {
  const source = new SourceLines(textOf);
  const look = { paint, labels: labels[language] };
  return diagnostics.map(diagnostic => renderDiagnostic(diagnostic, source, look)).join('\n\n');
}

/** Widest source excerpt, in characters. */
const width = 100;

function excerpt(span: Span, source: SourceLines, colour: (text: string) => string): readonly string[] {
  const line = source.line(span.file, span.start.line);
  if (line === undefined) return [];
  const { text, from } = cut(line, span.start.column - 1);
  const at = span.start.column - 1 - from;
  const number = `${span.start.line}`;
  const pad = text.slice(0, at).replaceAll(/[^\t]/g, ' ');
  return [
    ` ${number} | ${text}`,
    ` ${' '.repeat(number.length)} | ${pad}${colour(squiggle(span, text.length - at))}`,
  ];
}

/** The part of a long line around `at`, and where it begins. */
function cut(line: string, at: number): { readonly text: string; readonly from: number } {
  if (line.length <= width) return { text: line, from: 0 };
  const from = Math.max(0, Math.min(at - 40, line.length - width));
  const text = line.slice(from, from + width);
  const head = from > 0 ? `…${text.slice(1)}` : text;
  return { text: from + width < line.length ? `${head.slice(0, -1)}…` : head, from };
}

function squiggle({ start, end }: Span, room: number): string {
  const length = end.line > start.line ? room : end.column - start.column;
  return length <= 1 ? '^' : '~'.repeat(Math.max(1, Math.min(length, room)));
}
