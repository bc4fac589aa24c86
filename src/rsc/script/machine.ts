import type { RouterOsVersion } from '../../model/index.ts';
import type { MenuNode } from '../commands/index.ts';
import type { Row } from '../menus/index.ts';
import type { Store } from '../rows/index.ts';
import type { Problem, Range, Script, Source, Statement, Value } from '../syntax/index.ts';
import type { Code, Datum, Place, Unknown, Why } from './datum.ts';
import type { Forgotten } from './forgotten.ts';
import type { Scope } from './scope.ts';

/** How the statements after this one go on; undefined: the next one. */
export type Flow =
  | { readonly kind: 'return'; readonly value: Datum }
  /** The router refuses the command: the script ends, or goes on in `on-error`. */
  | { readonly kind: 'failed'; readonly place: Place; readonly meant?: boolean }
  /** Whether the next statement runs is not known. */
  | { readonly kind: 'lost'; readonly why: Why; readonly place: Place }
  | undefined;

/** Where a statement stands while it is carried out. */
export interface Frame {
  readonly source: Source;
  readonly scope: Scope;
  menu: MenuNode | string;
  readonly depth: number;
}

/** What of a script is not carried out, because its effect is not certain. */
export interface Opening {
  readonly place: Place;
  readonly why: Why;
  /** Menus whose items it may change; undefined: any. */
  readonly touched: readonly string[] | undefined;
}

/** The router that scripts run on: its items, and what its events and other scripts give. */
export interface Host {
  readonly store: Store;
  readonly version: RouterOsVersion;
  readonly globals: Map<string, Datum>;
  /** By which rows remember the statement that made or changed them. */
  number: number;
  /** On a router that runs: items that are not there are not made up. */
  readonly scripted: boolean;
  /** For as long as this is asked: there are no items but those that are known. */
  assumeNone?: boolean | undefined;
  /** `/system script` by name; undefined: there is none. */
  readonly script: (name: string) => Code | 'unknown' | undefined;
  readonly say: (problem: Problem) => void;
  /** Connections are removed; undefined: some that are not told apart here. */
  readonly forget?: ((what: Forgotten | undefined) => void) | undefined;
  /** In which text the statements stand that changed something; undefined where there is but one. */
  readonly sources?: Map<Range, Source> | undefined;
  /** What the router shows of an item. */
  readonly shown?: ((row: Row, property: string) => string | undefined) | undefined;
  /** What a user has said about a condition that is not known: by line. */
  readonly answer?: ((place: Place) => boolean | undefined) | undefined;
}

/** What the parts of the interpreter ask of each other. */
export interface Machine {
  readonly host: Host;
  evaluate(value: Value, frame: Frame): Datum;
  /** The one command of `[ … ]`. */
  result(statement: Statement, frame: Frame): Datum;
  block(script: Script, frame: Frame): Flow;
  /** `/system script run`. */
  run(code: Code, frame: Frame): Flow;
  /** Something is not carried out that may change items of these menus; undefined: of any. */
  open(why: Why, place: Place, touched?: readonly string[]): void;
  unknown(why: Why, range: Range, frame: Frame): Unknown;
  /** One more statement; false where the script is followed no further. */
  step(range: Range, frame: Frame): boolean;
}
