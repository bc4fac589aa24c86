import type { Diagnostic } from '../text/index.ts';
import { toDiagnostic } from './say.ts';
import {
  type Part,
  parse,
  type Range,
  type Script,
  type Statement,
  type Tree,
  type Value,
  type Word,
} from './syntax/index.ts';
import { wrapWords } from './wrap-words.ts';

/** A text with tidy layout, or unchanged where its syntax is broken (then the errors say why). */
export interface Formatted {
  readonly text: string;
  readonly errors: readonly Diagnostic[];
}

/**
 * Changes layout only: one statement a line, wrapped like an export's, one blank between words, blocks indented by
 * four, no blanks at line ends, at most one empty line. Comments, order, quotes and line-end style stay. Idempotent.
 */
export function formatRouterOs(text: string, file: string): Formatted {
  const tree = parse(text, file);
  const errors = tree.problems
    .filter(({ severity }) => severity === 'error')
    .map(problem => toDiagnostic(tree.source, problem));
  if (errors.length > 0) return { text, errors };
  const lines = formatScript(tree.script, tree, '');
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const tidy = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  return { text: newline === '\n' ? tidy : tidy.replaceAll(/\r?\n/g, newline), errors };
}

function formatScript(script: Script, tree: Tree, indent: string): readonly string[] {
  const lines: string[] = [];
  let last: Range | undefined;
  for (const part of script.parts) {
    const gap = last ? tree.source.text.slice(last.end, part.start) : '';
    const onSameLine = part.kind === 'comment' && last && !gap.includes('\n');
    if (last && /\n[ \t\r]*\n/.test(gap)) lines.push('');
    const printed = formatPart(part, tree, indent);
    if (onSameLine) lines.push(`${lines.pop()} ${printed.join('\n').trimStart()}`);
    else lines.push(...printed);
    last = part;
  }
  return lines;
}

function formatPart(part: Part, tree: Tree, indent: string): readonly string[] {
  const { text } = tree.source;
  if (part.kind === 'statement') return [formatStatement(part, text, indent)];
  if (part.kind !== 'block-statement') return [indent + text.slice(part.start, part.end).trimEnd()];
  return [`${indent}{`, ...formatScript(part.script, tree, `${indent}    `), `${indent}}`];
}

function formatStatement({ words }: Statement, text: string, indent: string): string {
  return wrapWords(
    words.map(word => wordText(word, text)),
    indent,
  );
}

function wordText(word: Word, text: string): string {
  if (word.kind !== 'argument') return valueText(word, text);
  return unwrapped(text.slice(word.start, word.nameEnd)) + word.operator + valueText(word.value, text);
}

/** As written; line joins go, except in code, where they may stand beside comments. */
function valueText(value: Value, text: string): string {
  const written = text.slice(value.start, value.end);
  return isLiteral(value) ? unwrapped(written) : written;
}

function isLiteral(value: Value): boolean {
  return (
    value.kind === 'text' ||
    value.kind === 'variable' ||
    (value.kind === 'mixed' && value.parts.every(isLiteral))
  );
}

/** Drops joins and wraps, and leaves escapes as they are. */
function unwrapped(written: string): string {
  const joined = written.replaceAll(/\\(\r?\n[ \t]*|[\s\S])/g, (whole, next: string) =>
    /^\r?\n/.test(next) ? '' : whole,
  );
  return joined.startsWith('"') ? joined : joined.replaceAll(/-\r?\n[ \t]*/g, '-');
}
