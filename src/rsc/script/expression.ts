import { operandAt, type Range, type Source, type Value } from '../syntax/index.ts';

/** An expression of the scripting language as a tree; ranges are those of the text it stands in. */
export type Expression = Range &
  (
    | { readonly kind: 'operand'; readonly value: Value }
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'array'; readonly entries: readonly ArrayEntry[] }
    | { readonly kind: 'prefix'; readonly operator: string; readonly of: Expression }
    | {
        readonly kind: 'pair';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'not-understood' }
  );

interface ArrayEntry {
  readonly key?: Expression | undefined;
  readonly value: Expression;
}

/** More brackets than this are not followed: no configuration rests on them. */
const deepest = 50;

/** From the loosest to the tightest (docs/routeros.md#script-operators); words need no blanks that symbols need. */
const levels: readonly RegExp[] = [
  /,/y,
  /\|\||or\b/y,
  /&&|and\b/y,
  /!=|<=|>=|=|<(?!<)|>(?!>)|~|in\b/y,
  /\.(?!\d)|\.(?=\s)/y,
  /<<|>>|\|(?!\|)|\^|&(?!&)/y,
  /\+|-(?!>)/y,
  /[*/%]/y,
];

const words: Readonly<Record<string, string>> = { and: '&&', or: '||' };
const comparison = 3;

/** A word without quotes: an address, a time, a name. A `-` belongs to it only inside of a name. */
const word = /\d[\w.:]*(?:\/\d+)?|\*[0-9A-F]+|[A-Za-z_][\w-]*(?<!-)|::[\w:]*/y;
const blank = /(?:\s|\\\r?\n)+/y;

/** Reads the inside of `( … )`, or `{ … }` as an array; `range` without the brackets. */
export function readExpression(source: Source, { start, end }: Range): Expression {
  return new Reader(source.text, start, end).whole(start === end ? [] : undefined);
}

/** Reads `{ a; b; key=c }`. */
export function readArray(source: Source, { start, end }: Range): Expression {
  return new Reader(source.text, start, end).array();
}

class Reader {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#at = start;
  }

  whole(empty: readonly ArrayEntry[] | undefined): Expression {
    if (empty) return { kind: 'array', entries: empty, start: this.#start, end: this.#end };
    const found = this.#level(0);
    this.#skip();
    return this.#at === this.#end ? found : this.#lost(this.#start);
  }

  array(): Expression {
    const start = this.#at;
    const entries: ArrayEntry[] = [];
    if (this.#take(/\{/y) === undefined) return this.#lost(start);
    while (this.#take(/\}/y) === undefined) {
      if (this.#take(/;/y) !== undefined) continue;
      const before = this.#at;
      const value = this.#level(comparison + 1);
      const key = this.#take(/=/y) === undefined ? undefined : value;
      entries.push(key ? { key, value: this.#level(0) } : { value });
      if (this.#at === before || this.#at >= this.#end) return this.#lost(start);
    }
    return { kind: 'array', entries, start, end: this.#at };
  }

  #level(index: number): Expression {
    const form = levels[index];
    if (!form) return this.#entry();
    let left = this.#level(index + 1);
    for (;;) {
      const operator = this.#take(form);
      if (operator === undefined) return left;
      const right = this.#level(index + 1);
      const range = { start: left.start, end: right.end };
      left = { kind: 'pair', operator: words[operator] ?? operator, left, right, ...range };
    }
  }

  /** A value and what is taken out of it: `$array->"key"`. */
  #entry(): Expression {
    let left = this.#primary();
    while (this.#take(/->/y) !== undefined) {
      const right = this.#primary();
      left = { kind: 'pair', operator: '->', left, right, start: left.start, end: right.end };
    }
    return left;
  }

  #primary(): Expression {
    if (++this.#depth > deepest) return this.#lost(this.#at);
    const found = this.#one();
    this.#depth--;
    return found;
  }

  #one(): Expression {
    this.#skip();
    const start = this.#at;
    const operator = this.#take(/!|-|~/y);
    if (operator !== undefined) {
      const of = this.#primary();
      return { kind: 'prefix', operator, of, start, end: of.end };
    }
    if (this.#take(/\(/y) !== undefined) return this.#bracketed(start);
    if (this.#text[start] === '{') return this.array();
    if (/["$[]/.test(this.#text[start] ?? '')) return this.#operand();
    const text = this.#take(word);
    return text === undefined ? this.#lost(start) : { kind: 'word', text, start, end: this.#at };
  }

  #bracketed(start: number): Expression {
    if (this.#take(/\)/y) !== undefined) return { kind: 'array', entries: [], start, end: this.#at };
    const inside = this.#level(0);
    return this.#take(/\)/y) === undefined ? this.#lost(start) : inside;
  }

  #operand(): Expression {
    const value = operandAt(this.#text.slice(0, this.#end), this.#at);
    this.#at = Math.max(value.end, this.#at + 1);
    return { kind: 'operand', value, start: value.start, end: value.end };
  }

  #skip(): void {
    blank.lastIndex = this.#at;
    if (blank.test(this.#text)) this.#at = Math.min(blank.lastIndex, this.#end);
  }

  #take(form: RegExp): string | undefined {
    this.#skip();
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    if (found === undefined || this.#at + found.length > this.#end) return undefined;
    this.#at += found.length;
    return found;
  }

  #lost(start: number): Expression {
    this.#at = this.#end;
    return { kind: 'not-understood', start, end: this.#end };
  }
}
