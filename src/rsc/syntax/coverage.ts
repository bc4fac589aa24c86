import type { Source } from './lines.ts';
import type { Part, Range, Script, Value, Word } from './tree.ts';

/** The tokens of a tree in order: every stretch of text that means something. */
export function tokens(script: Script): readonly Range[] {
  const found: Range[] = [];
  addScript(script, found);
  return found;
}

/** The text again, from tokens and the gaps between them; equal to the source. */
export function printTree(source: Source, script: Script): string {
  let at = 0;
  let text = '';
  for (const { start, end } of tokens(script)) {
    text += source.text.slice(at, start) + source.text.slice(Math.max(at, start), end);
    at = Math.max(at, end);
  }
  return text + source.text.slice(at);
}

/** Bytes (UTF-8) that lie in no token and are not a blank, line end, join or `;`: what the parser lost. Always 0. */
export function lostBytes(source: Source, script: Script): number {
  let lost = 0;
  let at = 0;
  for (const { start, end } of tokens(script)) {
    lost += start < at ? end - start : meaningful(source.text.slice(at, start));
    at = Math.max(at, end);
  }
  return lost + meaningful(source.text.slice(at));
}

function meaningful(gap: string): number {
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

function addScript(script: Script, found: Range[]): void {
  for (const part of script.parts) addPart(part, found);
}

function addPart(part: Part, found: Range[]): void {
  if (part.kind === 'statement') for (const word of part.words) addWord(word, found);
  else if (part.kind === 'block-statement') addEnclosed(part, part.script, found);
  else found.push(part);
}

function addWord(word: Word, found: Range[]): void {
  if (word.kind === 'argument') {
    found.push({ start: word.start, end: word.nameEnd });
    const operator = { start: word.nameEnd, end: word.value.start };
    if (operator.end > operator.start) found.push(operator);
  }
  addValue(word.kind === 'argument' ? word.value : word, found);
}

function addValue(value: Value, found: Range[]): void {
  if (value.kind === 'mixed') for (const part of value.parts) addValue(part, found);
  else if (value.kind === 'command' || value.kind === 'block') addEnclosed(value, value.script, found);
  else if (value.end > value.start) found.push(value);
}

/** Brackets are tokens of their own; the closing one may be missing. */
function addEnclosed(whole: Range, script: Script, found: Range[]): void {
  found.push({ start: whole.start, end: script.start });
  addScript(script, found);
  const last = script.end;
  if (whole.end > last) found.push({ start: last, end: whole.end });
}
