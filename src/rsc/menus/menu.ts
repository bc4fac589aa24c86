import type { Gate, Item, Origin, Router, RouterOsVersion } from '../../model/index.ts';
import type { Problem, Range, Said } from '../syntax/index.ts';
import type { ValueType } from '../types/index.ts';
import type { Draft } from './draft.ts';

/** One property of a menu that the model holds. */
export interface Attribute<T> {
  readonly type: ValueType<T>;
  /** What the router has where nothing is stated; undefined: nothing. May depend on the version. */
  readonly fallback?: T | ((version: RouterOsVersion) => T);
  readonly required: boolean;
  /** Exports have items that lost it, as what it named was removed: they do nothing, and no router refuses them. */
  readonly mayBeLost?: boolean;
  /** Exists only there: `v6`, `v7`, or `v7` from this minor on. */
  readonly only?: Gate | undefined;
  /** Written also where it has its default (exports do so for `chain`, `action`). */
  readonly always?: boolean;
  /** Yes when its bare name stands there: `fib`, `blackhole`. */
  readonly flag?: boolean;
}

export type Attributes = Readonly<Record<string, Attribute<unknown>>>;
export type Values<A extends Attributes> = {
  readonly [K in keyof A]: A[K] extends Attribute<infer T> ? T : never;
};

/** A stated property: its text (escapes resolved) and where the value stands. */
export interface Property {
  readonly text: string;
  readonly range: Range;
  /** Where its name stands; the same as `range` for a flag and for `enable`. */
  readonly name: Range;
  /** The statement that states it. */
  readonly statement: Range;
}

/** A later statement that changed an item. */
interface RowChange {
  readonly command: string;
  readonly statement: Range;
}

/** One item as the statements left it: its properties in the order stated. */
export interface Row {
  readonly menu: string;
  readonly properties: Map<string, Property>;
  /** The statement that made it. */
  range: Range;
  /** For an item that nobody added: the words that found it, `default-name=ether1` or a number. */
  readonly factory?: string | undefined;
  /** Statements that touched it, by number: all are kept where the item cannot be built. */
  readonly statements: number[];
  /** Statements that changed it after it was made. */
  readonly changes: RowChange[];
  /** Made by the router itself, as a lease's address is: it can be looked at and not be changed. */
  readonly dynamic?: boolean;
}

/** Where an item is from and how its text states it. */
export type Placed = Required<Pick<Item, 'id' | 'origin' | 'stated'>>;

/** What building an item may use. */
export interface Building {
  readonly version: RouterOsVersion;
  readonly draft: Draft;
  readonly say: (problem: Problem) => void;
  /** An interface is named here, by that property. */
  readonly mention: (name: string, range: Range, property: string) => void;
  readonly place: (row: Row) => Placed;
}

/** The menu as the reader uses it. */
export interface Menu {
  /** `/ip firewall mangle` */
  readonly path: string;
  readonly kind: 'list' | 'settings';
  /** Where the menu exists; undefined: in every version. */
  readonly only?: Gate | undefined;
  readonly attributes: Attributes;
  /** Properties that exist and that the model only keeps as text. */
  readonly others: readonly string[];
  /** What to say of a property that the menu does not have, where more is known than that. */
  readonly hint?: ((property: string) => Said | undefined) | undefined;
  /** Properties that still exist but should not be used, with the reason. */
  readonly deprecated: Readonly<Record<string, Said>>;
  /** Property by which `set name` finds its item, and which makes factory items appear on demand. */
  readonly key: string;
  /** Beginning of the names that the router gives to items without one: `bridge` of `bridge1`. */
  readonly names?: string | undefined;
  /** RouterOS 6 before this minor version had a list of items where later ones have one value for each property. */
  readonly itemsBefore?: number | undefined;
  /** Items exist without being added: `set` makes them. */
  readonly factory: boolean;
  /** Builds the item into the draft; false where it cannot be (the reason has been said). */
  readonly build: (row: Row, building: Building) => boolean;
  /** The menu's items in a router, in the order of `write`; none of a menu of settings. */
  readonly items: (router: Router) => readonly Item[];
  /** The list of a draft in which they stand, alone or among those of other menus; undefined for settings. */
  readonly into: ((draft: Draft) => Item[]) | undefined;
  /** What of this menu that version cannot express. */
  readonly losses: (router: Router, version: RouterOsVersion) => readonly Loss[];
  /** The items of a router as that version writes them, without what it has by default. */
  readonly write: (router: Router, version: RouterOsVersion, verbose: boolean) => readonly WrittenRow[];
}

/** A value that a version has no property for. */
export interface Loss {
  readonly menu: string;
  readonly property: string;
  readonly text: string;
  readonly gate: Gate;
  readonly origin: Origin;
}

/** One statement to be written: its properties as text, in no order. */
export interface WrittenRow {
  readonly factory?: string | undefined;
  readonly properties: ReadonlyMap<string, string>;
  /** Where the statement stands that it was read from. */
  readonly origin?: Origin | undefined;
  /** Where the statements stand that changed it since. */
  readonly changes?: readonly Origin[] | undefined;
}
