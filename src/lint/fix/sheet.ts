import type { Origin } from '../../model/index.ts';
import {
  argumentsOf,
  type Outline,
  type OutlineStatement,
  outlineOf,
  type Range,
  spanOf,
  textOf,
  wrapsLines,
  wrapWords,
} from '../../rsc/index.ts';
import type { Edit, Span } from '../../text/index.ts';

/** A text with its statements, to be changed. */
export class Sheet {
  readonly text: string;
  readonly #outline: Outline;
  /** Commands of the text itself, those of scripts and blocks aside. */
  readonly #commands: readonly OutlineStatement[];
  readonly #byStart: ReadonlyMap<number, OutlineStatement>;
  readonly #byMenu = new Map<string, readonly OutlineStatement[]>();
  readonly #values = new Map<OutlineStatement, ReadonlyMap<string, string>>();

  constructor(file: string, text: string) {
    this.text = text;
    this.#outline = outlineOf(text, file, true);
    this.#commands = this.#outline.statements.filter(({ isTop, kind }) => isTop && kind === 'command');
    this.#byStart = new Map(this.#commands.map(one => [one.statement.start, one]));
  }

  /** The statement that made an item, where the text itself has it. */
  at({ menu, span }: Origin): OutlineStatement | undefined {
    const found = this.#byStart.get(span.start.offset);
    return found?.menu === menu ? found : undefined;
  }

  /** The statement that holds an offset, where the text itself has it. */
  holding(offset: number): OutlineStatement | undefined {
    return this.#commands.find(({ statement: { start, end } }) => start <= offset && offset < end);
  }

  /** The commands of a menu in the order of the text. */
  of(menu: string): readonly OutlineStatement[] {
    const known = this.#byMenu.get(menu) ?? this.#commands.filter(one => one.menu === menu);
    this.#byMenu.set(menu, known);
    return known;
  }

  /** What a command states in plain text, by property. */
  valuesOf(one: OutlineStatement): ReadonlyMap<string, string> {
    const known = this.#values.get(one) ?? valuesOf(one);
    this.#values.set(one, known);
    return known;
  }

  /** Lines of the text that work in a menu or enter it. */
  get lines(): readonly OutlineStatement[] {
    return this.#outline.statements.filter(
      ({ isTop, kind }) => isTop && (kind === 'command' || kind === 'menu'),
    );
  }

  /** Does each line name its menu, as whoever types commands writes them? */
  get namesMenusInLines(): boolean {
    const naming = this.#commands.filter(
      ({ statement, from }) => this.text[statement.start] === '/' && from > statement.start,
    );
    return naming.length * 2 > this.#commands.length;
  }

  /** A statement as the text would have it: exports sort its words, and wrap long lines. */
  written(statement: string): string {
    if (!/^#.* by RouterOS /m.test(this.text.slice(0, 500))) return statement;
    const [name = '', ...words] = statement.match(/(?:"(?:[^"\\]|\\.)*"|[^\s"])+/g) ?? [];
    const all = [name, ...(name === 'add' ? words.sort() : words)];
    return wrapsLines(this.text) ? wrapWords(all) : all.join(' ');
  }

  /** The first item that a menu has in the text. */
  firstOf(menu: string): OutlineStatement | undefined {
    return this.of(menu).find(({ name }) => name === 'add');
  }

  /** Is it a page, with other text between? What is put behind all might stand in prose. */
  get isPage(): boolean {
    return this.#outline.statements.some(({ kind, isTop }) => kind === 'other' && isTop);
  }

  spanOf(range: Range): Span {
    return spanOf(this.#outline.source, range);
  }

  /** A replacement, in the line ends of the text. */
  edit(range: Range, text: string): Edit {
    const ends = this.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
    return { span: this.spanOf(range), text: ends };
  }
}

const valuesOf = (one: OutlineStatement): ReadonlyMap<string, string> =>
  new Map(
    argumentsOf(one).flatMap(({ name, argument }) => {
      const text = argument.operator === '=' ? textOf(argument) : undefined;
      return text === undefined || text === '' ? [] : [[name, text] as const];
    }),
  );
