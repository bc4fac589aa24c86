import type { Diagnostic, Language, Span } from '../../text/index.ts';
import type { NamedText } from '../source/join-texts.ts';
import { type MadeStretch, makeSource, type Range, type Source, spanOf } from '../syntax/index.ts';
import { type Block, blocksIn } from './blocks.ts';
import { type BlockRead, noteOn } from './note.ts';
import { rowIn } from './printed-row.ts';
import { isReadable, menuOf, type RowStatement, statementOf } from './statements.ts';

/** What `print` shows, as the statements that make a router show it. */
export interface Listing {
  readonly text: NamedText;
  /** What was read of which listing, and what was left out. */
  readonly notes: readonly Diagnostic[];
}

/**
 * Reads what `print detail` shows of a router (and `print` of its firewall) among other text; undefined where nothing of
 * the kind is there. What it shows is the state of a router: items that are off, and what it made of others, are known by their flags.
 */
export function listingOf({ file, text }: NamedText, language: Language = 'en'): Listing | undefined {
  // Most texts have none; an export has no such lines.
  if (!/^[ \t]*(?:\d{1,4}[ \t]|Flags:)/m.test(text)) return undefined;
  const source = makeSource(file, text);
  const blocks = blocksIn(text).map(block => ({ block, read: readBlock(text, block) }));
  const reads = blocks.flatMap(({ read }) => read ?? []);
  if (reads.length === 0) return undefined;
  const made = new Made(source);
  const look = lookOf(text);
  if (look) made.line(`# as RouterOS ${look} prints it`);
  for (const { block, read } of blocks) {
    if (read) made.block(read, reads);
    else made.copy(block);
  }
  return {
    text: { file, text: made.text, made: made.stretches },
    notes: reads.map(one => noteOn(source, one, language)),
  };
}

/** Versions show other properties, and spell flags in other letters. */
function lookOf(text: string): 6 | 7 | undefined {
  if (/^Columns: |^Flags: .*[A-Z] - [A-Z]{3}|\bimmediate-gw=/m.test(text)) return 7;
  return /\bgateway-status=/.test(text) ? 6 : undefined;
}

function readBlock(text: string, block: Block): BlockRead | undefined {
  if (block.menu === undefined) return undefined;
  const rows = block.rows.map(range => rowIn(text, range));
  const menu = block.menu === '' ? menuOf(rows) : block.menu;
  if (menu === undefined || !isReadable(menu) || rows.every(({ properties }) => properties.length === 0))
    return undefined;
  return { block, menu, rows, statements: rows.flatMap(row => statementOf(menu, row) ?? []) };
}

/** Statements as text, and where each word of them comes from. */
class Made {
  readonly #source: Source;
  #text = '';
  /** The menu of what was written last. */
  #menu = '';
  /** The last line of the text that led into a menu, which what follows it stands in. */
  #place = '/';
  readonly stretches: MadeStretch[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  get text(): string {
    return this.#text;
  }

  line(text: string): void {
    this.#text += `${text}\n`;
  }

  /** Text that is no listing, as it stands: each line and each word of it with its place. */
  copy(range: Range): void {
    const text = this.#source.text.slice(range.start, range.end);
    if (this.#menu !== '' && text.trim() !== '') this.line(this.#place);
    this.#menu = '';
    for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
      if (/^[ \t]*\/[a-z][a-z0-9 /-]*\r?$/.test(line)) this.#place = line.trim();
      this.#words(line, range.start + index);
    }
  }

  #words(line: string, from: number): void {
    const [first, ...more] = [...line.matchAll(/\S+/g)];
    if (first) this.#stretch(line.length - first.index, this.#text.length + first.index, from + first.index);
    for (const { index, 0: word } of more)
      this.#stretch(word.length, this.#text.length + index, from + index);
    this.line(line);
  }

  #stretch(length: number, start: number, from: number): void {
    this.#put({ start, end: start + length }, spanOf(this.#source, { start: from, end: from + length }));
  }

  #put({ start, end }: Range, span: Span): void {
    this.stretches.push({ start, end, span });
  }

  block({ statements }: BlockRead, all: readonly BlockRead[]): void {
    for (const one of statements) if (isWanted(one, all)) this.#statement(one);
  }

  #statement({ menu, command, words, row }: RowStatement): void {
    if (menu !== this.#menu) this.line(menu);
    this.#menu = menu;
    const text = [command, ...words.map(one => one.text)].join(' ');
    const begin = this.#text.length;
    this.#put({ start: begin, end: begin + text.length }, spanOf(this.#source, firstLine(this.#source, row)));
    let at = begin + command.length + 1;
    for (const { text: word, from } of words) {
      if (from) this.#put({ start: at, end: at + word.length }, spanOf(this.#source, from.range));
      at += word.length + 1;
    }
    this.line(text);
  }
}

/** A row without the lines below its first. */
function firstLine({ text }: Source, { start, end }: Range): Range {
  const [blank = ''] = /^[ \t]*/.exec(text.slice(start, end)) ?? [];
  const stop = text.slice(start, end).search(/[ \t\r]*(?:\n|$)/);
  return { start: start + blank.length, end: start + stop };
}

/** Connected routes say the router's addresses where nothing else does. */
const isWanted = ({ menu, row }: RowStatement, all: readonly BlockRead[]): boolean =>
  menu !== '/ip address' ||
  all.some(one => one.menu === '/ip address' && one.rows.includes(row)) ||
  !all.some(one => one.menu === '/ip address');
