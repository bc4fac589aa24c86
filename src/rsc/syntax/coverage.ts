import { code } from './characters.ts';
import type { Source } from './lines.ts';
import type { Part, Range, Script, Value, Word } from './tree.ts';

/** Receives a token: a stretch of the text that means something. */
type Visit = (start: number, end: number) => void;

/** The text again, from tokens and the gaps between them; equal to the source. */
export function printTree({ text }: Source, script: Script): string {
  let at = 0;
  let printed = '';
  visitScript(script, (start, end) => {
    printed += text.slice(at, start) + text.slice(Math.max(at, start), end);
    at = Math.max(at, end);
  });
  return printed + text.slice(at);
}

/** Bytes (UTF-8) that lie in no token and are not a blank, line end, join or `;`: what the parser lost. Always 0. */
export function lostBytes({ text }: Source, script: Script): number {
  let lost = 0;
  let at = 0;
  visitScript(script, (start, end) => {
    lost += start < at ? end - start : meaningful(text, at, start);
    at = Math.max(at, end);
  });
  return lost + meaningful(text, at, text.length);
}

/** Bytes of a gap that mean something; nearly all gaps are one blank. */
function meaningful(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const c = text.charCodeAt(at);
    if (c !== code.space && c !== code.newline) return countMeaningful(text.slice(at, to));
  }
  return 0;
}

function countMeaningful(gap: string): number {
  const rest = gap.replaceAll(/\\\r?\n|[\s;\0\u00a0\ufeff]/g, '');
  let bytes = 0;
  for (const character of rest) bytes += utf8Length(character.codePointAt(0) ?? 0);
  return bytes;
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function visitScript(script: Script, visit: Visit): void {
  for (const part of script.parts) visitPart(part, visit);
}

function visitPart(part: Part, visit: Visit): void {
  if (part.kind === 'statement') for (const word of part.words) visitWord(word, visit);
  else if (part.kind === 'block-statement') visitEnclosed(part, part.script, visit);
  else visit(part.start, part.end);
}

function visitWord(word: Word, visit: Visit): void {
  if (word.kind === 'argument') {
    visit(word.start, word.nameEnd);
    if (word.value.start > word.nameEnd) visit(word.nameEnd, word.value.start);
  }
  visitValue(word.kind === 'argument' ? word.value : word, visit);
}

function visitValue(value: Value, visit: Visit): void {
  if (value.kind === 'mixed') for (const part of value.parts) visitValue(part, visit);
  else if (value.kind === 'command' || value.kind === 'block') visitEnclosed(value, value.script, visit);
  else if (value.end > value.start) visit(value.start, value.end);
}

/** Brackets are tokens of their own; the closing one may be missing. */
function visitEnclosed(whole: Range, script: Script, visit: Visit): void {
  visit(whole.start, script.start);
  visitScript(script, visit);
  if (whole.end > script.end) visit(script.end, whole.end);
}
