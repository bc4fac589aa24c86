import type { Item } from '../items/item.ts';
import type { Origin, Stated } from '../items/origin.ts';

/** What has a name by which other items speak of it. */
export type Referred =
  | 'address-list'
  | 'bridge'
  | 'chain'
  | 'connection-mark'
  | 'dhcp-server'
  | 'interface'
  | 'interface-list'
  | 'packet-mark'
  | 'pool'
  | 'queue-tree'
  | 'queue-type'
  | 'routing-mark'
  | 'routing-table'
  | 'script'
  | 'simple-queue';

/** An item, or a menu of settings, that names something. */
export type Mentioning = Pick<Item, 'origin' | 'stated'> & Partial<Pick<Item, 'id' | 'disabled'>>;

/** One place where an item defines or uses a name. `propertyPlace(item, property)` says where it stands. */
export interface Mention {
  readonly kind: Referred;
  /** Names of one kind are apart by it: the firewall table of a chain, the family of an address list; else empty. */
  readonly scope: string;
  readonly name: string;
  readonly role: 'defines' | 'uses';
  readonly item: Mentioning;
  readonly property: string;
}

type Named = string | undefined | readonly (string | undefined)[];

const none: readonly Mention[] = [];

/** Makes mentions of one item; names that are absent or empty make none. A text has many of them. */
export function mentionsBy(item: Mentioning) {
  const make =
    (role: Mention['role']) =>
    (kind: Referred, property: string, names: Named, scope = ''): readonly Mention[] => {
      if (names === undefined || names.length === 0) return none;
      if (typeof names === 'string') return [{ kind, scope, name: names, role, item, property }];
      const stated = names.filter((name): name is string => name !== undefined && name !== '');
      return stated.map(name => ({ kind, scope, name, role, item, property }));
    };
  return { defines: make('defines'), uses: make('uses') };
}

/** The one of several properties that the text states (`routing-table`, `routing-mark`); the first where it states none. */
export function statedOne(
  { stated }: { readonly origin: Origin; readonly stated?: Stated },
  first: string,
  ...others: readonly string[]
): string {
  return [first, ...others].find(name => stated?.properties.includes(name)) ?? first;
}
