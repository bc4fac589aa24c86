import type { Kept, Origin, Router, RouterOsVersion } from '../../model/index.ts';
import { cannotSay, contentsOf, type MenuContent, onOneLine, secretOf } from '../../rsc/index.ts';

/** Values that a router holds masked, by place (`ReadResult.secrets`). */
export type Secrets = ReadonlyMap<string, string>;

/** One item, the settings of one menu, or one statement that is only kept. */
export interface Entry {
  readonly kind: 'item' | 'settings' | 'statement';
  readonly menu: string;
  /** Counted from 0, as `print` does. */
  readonly position: number;
  /** What finds an item that nobody added: `default-name=ether1`. */
  readonly factory: string | undefined;
  /** Texts by property, secrets masked; of a kept statement none. */
  readonly properties: ReadonlyMap<string, string>;
  /** The values of those that are masked. Never print them. */
  readonly hidden: ReadonlyMap<string, string>;
  /** A kept statement on one line, with its secrets. */
  readonly text: string;
  /** Equal where two entries say the same. Holds secrets: never print it. */
  readonly key: string;
  readonly origin: Origin | undefined;
  /** Where later statements changed it. */
  readonly changes: readonly Origin[];
}

/** What there is to compare in one menu. */
export interface Section {
  readonly path: string;
  readonly content: MenuContent;
  readonly entries: readonly Entry[];
}

/** Everything that a router has, as `version` writes it. What that version has no property for is there all the same. */
export function sectionsOf(router: Router, version: RouterOsVersion, secrets: Secrets): readonly Section[] {
  const losses = cannotSay(router, version);
  return contentsOf(router, { version }).map(content => {
    const lost = losses.filter(({ menu }) => menu === content.path);
    const rows = content.rows.map((row, position) => {
      const more = lost.filter(({ origin }) => origin.span.start.offset === row.origin?.span.start.offset);
      const properties = new Map([
        ...row.properties,
        ...more.map(({ property, text }) => [property, text] as const),
      ]);
      return entryOf(content, { ...row, properties }, position, secrets);
    });
    const statements = content.kept.map((kept, position) => keptEntry(content.path, kept, position));
    return { path: content.path, content, entries: [...rows, ...statements] };
  });
}

function entryOf(
  { path, menu }: MenuContent,
  { factory, properties, origin, changes = [] }: MenuContent['rows'][number],
  position: number,
  secrets: Secrets,
): Entry {
  const byName = [...properties].sort(([a], [b]) => (a < b ? -1 : 1));
  const hidden = byName.flatMap(([name]) => {
    const value = secretOf(secrets, origin, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    kind: menu?.kind === 'settings' ? 'settings' : 'item',
    menu: path,
    position,
    factory,
    properties: new Map(byName),
    hidden: new Map(hidden),
    text: '',
    key: JSON.stringify([factory ?? '', byName, hidden]),
    origin,
    changes,
  };
}

function keptEntry(menu: string, { text, origin }: Kept, position: number): Entry {
  const line = onOneLine(text);
  return statementEntry({ menu, position, text: line, key: line, origin });
}

/** An entry that is one statement, without properties. */
export function statementEntry(parts: Pick<Entry, 'menu' | 'position' | 'text' | 'key' | 'origin'>): Entry {
  return {
    kind: 'statement',
    factory: undefined,
    properties: new Map(),
    hidden: new Map(),
    changes: [],
    ...parts,
  };
}
