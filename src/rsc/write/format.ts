import type { Diagnostic } from '../../text/index.ts';
import { diagnosticsOf } from '../problems/say.ts';
import {
  type Part,
  parse,
  type Range,
  type Script,
  type Statement,
  type Tree,
  type Value,
  type Word,
} from '../syntax/index.ts';
import { isExportLayout, wrapsLines } from './export-layout.ts';
import { wrapWords } from './wrap-words.ts';

/** A text with tidy layout, or unchanged where its syntax is broken (then the errors say why) or it is a page. */
export interface Formatted {
  readonly text: string;
  readonly errors: readonly Diagnostic[];
  /** RouterOS lines stand in a Markdown or HTML page, whose layout is not ours. */
  readonly isPage: boolean;
}

/**
 * Changes layout only: one statement a line, long ones wrapped where the text wraps any, one blank between words, blocks indented by four, no
 * blanks at line ends, at most one empty line. `wraps`: wrap long lines. What `/export` prints stays as it is, and so do comments, order, quotes
 * and line-end style. Idempotent.
 */
export function formatRouterOs(text: string, file: string, wraps = wrapsLines(text)): Formatted {
  const tree = parse(text, file);
  const isPage = tree.script.parts.some(isOfPage);
  const wrong = tree.problems.filter(({ severity }) => severity === 'error');
  const errors = diagnosticsOf(tree.source, wrong);
  if (errors.length > 0 || isPage) return { text, errors, isPage };
  const lines = formatScript(tree.script, { tree, wraps }, '');
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const tidy = lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  return { text: newline === '\n' ? tidy : tidy.replaceAll(/\r?\n/g, newline), errors, isPage };
}

const isOfPage = (part: Part): boolean =>
  part.kind === 'noise' && (part.what === 'fence' || part.what === 'markup');

interface Work {
  readonly tree: Tree;
  /** Are long lines to be wrapped? */
  readonly wraps: boolean;
}

function formatScript(script: Script, work: Work, indent: string): readonly string[] {
  const { source } = work.tree;
  const lines: string[] = [];
  let last: Range | undefined;
  let wasPrompt = false;
  for (const part of script.parts) {
    const gap = last ? source.text.slice(last.end, part.start) : '';
    // A comment goes on behind its statement, a command behind its prompt.
    const onSameLine = last && !gap.includes('\n') && (part.kind === 'comment' || wasPrompt);
    if (last && /\n[ \t\r]*\n/.test(gap)) lines.push('');
    const printed = formatPart(part, work, indent);
    if (onSameLine) lines.push(`${lines.pop()} ${printed.join('\n').trimStart()}`);
    else for (const line of printed) lines.push(line);
    last = part;
    wasPrompt = part.kind === 'prompt';
  }
  return lines;
}

function formatPart(part: Part, work: Work, indent: string): readonly string[] {
  const { text } = work.tree.source;
  if (part.kind === 'statement') return [formatStatement(part, work, indent)];
  const written = text.slice(part.start, part.end);
  // The header of an export has comments that end with a blank.
  if (part.kind === 'comment') return [indent + written.replace(/\r$/, '')];
  if (part.kind !== 'block-statement') return [indent + written.trimEnd()];
  return [`${indent}{`, ...formatScript(part.script, work, `${indent}    `), `${indent}}`];
}

function formatStatement(statement: Statement, { tree, wraps }: Work, indent: string): string {
  const { text } = tree.source;
  const written = text.slice(statement.start, statement.end);
  const words = statement.words.map(word => wordText(word, text));
  if (isExportLayout(written, words, indent)) return indent + written;
  return wraps ? wrapWords(words, indent) : indent + words.join(' ');
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
