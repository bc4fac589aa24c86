import type { Router, RouterOsVersion } from '../model/index.ts';
import {
  type Argument,
  argumentOf,
  editIn,
  type Outline,
  type OutlineStatement,
  quote,
  type Range,
  spanOf,
  type TextEdit,
  withGap,
} from '../rsc/index.ts';
import {
  type Diagnostic,
  diagnosticOf,
  type Language,
  type Said,
  type Severity,
  type Span,
} from '../text/index.ts';

/** A text being converted: what is changed where, and what there is to say of it. */
export class Work {
  readonly remarks: Diagnostic[] = [];
  /** Statements that go into a comment, as the target has nothing like them. */
  readonly commented = new Map<OutlineStatement, string>();
  readonly router: Router;
  readonly outline: Outline;
  readonly target: RouterOsVersion;
  readonly language: Language;
  /** Rules that leave out what is for the router itself. */
  readonly exempted = new Set<OutlineStatement>();
  /** Statements that become several, which differ in one value. */
  readonly copies = new Map<
    OutlineStatement,
    { readonly argument: Argument; readonly values: readonly string[] }
  >();
  readonly #edits: WorkEdit[] = [];
  /** Statements of the text itself, in order. */
  readonly #tops: readonly OutlineStatement[];
  readonly #made = new Map<number, OutlineStatement>();

  constructor(router: Router, outline: Outline, target: RouterOsVersion, language: Language = 'en') {
    this.router = router;
    this.outline = outline;
    this.target = target;
    this.language = language;
    this.#tops = outline.statements.filter(({ isTop }) => isTop);
    for (const one of outline.statements) {
      const { start } = one.statement;
      if (one.isTop && one.kind === 'command' && !this.#made.has(start)) this.#made.set(start, one);
    }
  }

  /** The statement of the text itself that holds another one, or is it. */
  topOf({ frame, statement, isTop }: OutlineStatement): OutlineStatement | undefined {
    const at = frame.at(statement.start);
    let [low, high] = [0, this.#tops.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#tops[middle]?.statement.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const top = this.#tops[low - 1];
    return isTop && top?.statement.start !== at ? undefined : top;
  }

  /** Does it go into a comment, alone or with the statement that holds it? */
  isGone(one: OutlineStatement): boolean {
    const top = this.topOf(one);
    return this.commented.has(one) || (top !== undefined && this.commented.has(top));
  }

  /** Statements that do something, in scripts too. */
  commands(...menus: readonly string[]): readonly OutlineStatement[] {
    return this.outline.statements.filter(({ kind, menu }) => kind === 'command' && menus.includes(menu));
  }

  /** Items that the text itself adds. */
  added(...menus: readonly string[]): readonly OutlineStatement[] {
    return this.commands(...menus).filter(({ isTop, name }) => isTop && name === 'add');
  }

  edit(one: OutlineStatement, range: Range, text: string): void {
    this.#edits.push({ edit: editIn(one.frame, range, text), of: one, inside: true });
  }

  rename(one: OutlineStatement, { start, nameEnd }: Argument, name: string): void {
    this.edit(one, { start, end: nameEnd }, name);
  }

  setValue(one: OutlineStatement, { value }: Argument, text: string): void {
    this.edit(one, value, quote(text));
  }

  /** States a property, in place of what is stated of it. */
  set(one: OutlineStatement, property: string, text: string): void {
    const argument = argumentOf(one, property);
    if (argument) this.setValue(one, argument, text);
    else this.append(one, `${property}=${quote(text)}`);
  }

  remove(one: OutlineStatement, argument: Range): void {
    this.edit(one, withGap(one, argument), '');
  }

  append(one: OutlineStatement, words: string): void {
    const { end } = one.statement;
    this.edit(one, { start: end, end }, ` ${words}`);
  }

  /** Statements with full paths, each on a line of its own above or below. */
  insert(where: 'before' | 'after', one: OutlineStatement, lines: readonly string[]): void {
    if (lines.length === 0) return;
    const { start, end } = one.statement;
    const at = where === 'before' ? start : end;
    const text = where === 'before' ? `${lines.join('\n')}\n` : `\n${lines.join('\n')}`;
    const edit = editIn(one.frame, { start: at, end: at }, text);
    this.#edits.push({ edit, of: one, inside: false });
  }

  /** Puts a statement into a comment that begins with `why`; inside a script that cannot be done, and it stays. */
  comment(one: OutlineStatement, why: string): void {
    if (one.isTop && !this.commented.has(one)) this.commented.set(one, why);
  }

  say(one: OutlineStatement, severity: Severity, name: string, what: Said, todo?: Said): void {
    const span = this.spanOf(one, one.statement);
    const finding = { id: `routeros/${name}`, severity, what, do: todo };
    this.remarks.push(diagnosticOf(finding, span, this.language));
  }

  spanOf({ frame }: OutlineStatement, { start, end }: Range): Span {
    return spanOf(this.outline.source, { start: frame.at(start), end: frame.at(end) });
  }

  /** The statement of the text that an item was made by. */
  madeBy(offset: number): OutlineStatement | undefined {
    return this.#made.get(offset);
  }

  /** The edits of each statement, and what stands above and below it. */
  edits(): readonly WorkEdit[] {
    return this.#edits;
  }
}

/** An edit, and whose. */
export interface WorkEdit {
  readonly edit: TextEdit;
  readonly of: OutlineStatement;
  /** False: it stands beside its statement. */
  readonly inside: boolean;
}
