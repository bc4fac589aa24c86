import type { Menu, Row } from '../menus/index.ts';
import type { Range } from '../syntax/index.ts';

/** What a new item has from the start; it is the item's own from then on. */
type NewRow = Partial<Pick<Row, 'properties' | 'statements' | 'factory'>>;

/** The new name of an interface, and the statement that gives it. */
export interface Renamed {
  readonly to: string;
  readonly statement: Range;
}

/** All items of all menus while the statements are carried out, in the router's order. */
export class Store {
  readonly #rows = new Map<string, Row[]>();
  readonly #ids = new Map<Row, string>();
  readonly #byId = new Map<string, Row>();
  readonly #renamed = new Map<string, Renamed>();
  /** Names that items have, or had before. */
  readonly #names = new Map<string, Set<string>>();

  /** Items of a menu; the array is the store's own. */
  of(menu: Menu): Row[] {
    const known = this.#rows.get(menu.path);
    if (known) return known;
    const rows: Row[] = [];
    this.#rows.set(menu.path, rows);
    return rows;
  }

  /** An interface has got another name. */
  noteRenamed(from: string, renamed: Renamed): void {
    this.#renamed.set(from, renamed);
  }

  /** Names that interfaces had before, each with what became of it. */
  get renamed(): ReadonlyMap<string, Renamed> {
    return this.#renamed;
  }

  /** Items of a menu by its path. */
  at(path: string): readonly Row[] {
    return this.#rows.get(path) ?? [];
  }

  /** The internal number by which scripts hold an item: `*1A`. */
  idOf(row: Row): string {
    const known = this.#ids.get(row);
    if (known !== undefined) return known;
    const id = `*${(this.#ids.size + 1).toString(16).toUpperCase()}`;
    this.#ids.set(row, id);
    this.#byId.set(id, row);
    return id;
  }

  /** Takes the items of a menu out one by one, in order: what is done with is not held. */
  *take(menu: Menu): Iterable<Row> {
    const rows = this.of(menu).reverse();
    for (let row = rows.pop(); row; row = rows.pop()) yield row;
  }

  /** The item with an internal number that this store gave, while it is there. */
  byId(menu: Menu, id: string): Row | undefined {
    const row = this.#byId.get(id);
    return row && this.of(menu).includes(row) ? row : undefined;
  }

  /** An item has got its name. */
  noteName({ menu, properties }: Row): void {
    const name = properties.get('name')?.text;
    if (name === undefined) return;
    const names = this.#names.get(menu) ?? new Set();
    this.#names.set(menu, names.add(name));
  }

  /** Has an item of the menu this name? Lists are long, and mostly nothing was ever called so. */
  isTaken(menu: Menu, name: string): boolean {
    const isKnown = this.#names.get(menu.path)?.has(name) === true;
    return isKnown && this.of(menu).some(({ properties }) => properties.get('name')?.text === name);
  }

  /** A new item at the end, or before another. */
  add(menu: Menu, range: Range, parts: NewRow = {}, before?: Row): Row {
    const { properties = new Map(), statements = [], factory } = parts;
    const row: Row = { menu: menu.path, properties, range, statements, changes: [], factory };
    const rows = this.of(menu);
    const at = before ? rows.indexOf(before) : -1;
    if (at < 0) rows.push(row);
    else rows.splice(at, 0, row);
    return row;
  }

  remove(menu: Menu, gone: readonly Row[]): void {
    const isGone = new Set(gone);
    refill(
      this.of(menu),
      this.of(menu).filter(row => !isGone.has(row)),
    );
  }

  /** Moves items before `target`, or to the end. */
  move(menu: Menu, moved: readonly Row[], target: Row | undefined): void {
    this.remove(menu, moved);
    const rows = this.of(menu);
    const at = target ? rows.indexOf(target) : -1;
    const before = at < 0 ? rows.length : at;
    refill(rows, [...rows.slice(0, before), ...moved, ...rows.slice(before)]);
  }

  /** The one row of a menu of settings. */
  single(menu: Menu, range: Range): Row {
    return this.of(menu)[0] ?? this.add(menu, range);
  }
}

/** Not `splice(0, n, ...items)`: a menu may hold more items than a call can have arguments. */
function refill(rows: Row[], items: readonly Row[]): void {
  rows.length = 0;
  for (const item of items) rows.push(item);
}
