import type { Origin, Stated } from '../../model/index.ts';
import { quote } from '../../rsc/index.ts';
import type { InEveryLanguage } from '../../text/index.ts';

/** An item of the text, as far as a change has to know it. */
export interface Changed {
  readonly origin: Origin;
  readonly stated?: Stated | undefined;
}

/** One change of a configuration, in the terms of its items: how it is written follows from where they stand. */
export type Change =
  | { readonly kind: 'set'; readonly item: Changed; readonly property: string; readonly value: string }
  | { readonly kind: 'unset'; readonly item: Changed; readonly property: string }
  | { readonly kind: 'remove'; readonly item: Changed }
  | {
      readonly kind: 'state';
      readonly menu: string;
      readonly property: string;
      readonly value: string;
      /** Of an item that is there from the factory: `telnet`. */
      readonly target?: string | undefined;
    }
  | {
      readonly kind: 'insert';
      readonly menu: string;
      /** `add list=WAN interface=ether2` */
      readonly statement: string;
      /** The item of its menu that it stands before, or behind; undefined: behind all. */
      readonly before?: Changed | undefined;
      readonly behind?: Changed | undefined;
      /** Before all others of its menu. */
      readonly isFirst?: boolean | undefined;
    };

/** What mends a finding, before it is written as lines for a router and as edits of the text. */
export interface Mend {
  readonly changes: readonly Change[];
  /** Whatever was meant, it cannot get worse by this: `--fix` applies it. */
  readonly isSafe: boolean;
  /** What to know before it is applied; each one that is not safe has it. */
  readonly note?: InEveryLanguage<string> | undefined;
}

/** A property gets a value, also where it has none. */
export const set = (item: Changed, property: string, value: string): Change => ({
  kind: 'set',
  item,
  property,
  value,
});

export const unset = (item: Changed, property: string): Change => ({ kind: 'unset', item, property });

export const remove = (item: Changed): Change => ({ kind: 'remove', item });

/** A new item, behind all others of its menu unless a place is given. */
export const add = (
  menu: string,
  properties: Readonly<Record<string, string>>,
  place: { readonly before?: Changed | undefined; readonly behind?: Changed | undefined } = {},
): Change => ({ kind: 'insert', menu, statement: `add ${wordsOf(properties)}`, ...place });

/** A setting of a menu, or of an item that is there from the factory: `set telnet disabled=yes`. */
export const state = (menu: string, property: string, value: string, target?: string): Change => ({
  kind: 'state',
  menu,
  property,
  value,
  target,
});

export const stateText = ({ property, value, target }: Extract<Change, { readonly kind: 'state' }>): string =>
  ['set', ...(target === undefined ? [] : [quote(target)]), `${property}=${quote(value)}`].join(' ');

const wordsOf = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${quote(value)}`)
    .join(' ');

/**
 * Lines that add items, as changes: `/ip firewall nat add chain=srcnat … place-before=0`. Each that is put before all stands
 * before those that were put there by lines above it. Undefined where a line does something else.
 */
export function fromLines(lines: readonly string[]): readonly Change[] | undefined {
  const changes = lines.flatMap((line): Change[] => {
    const [, menu, statement, first] = /^(\/[a-z0-9 -]+?) (add .*?)( place-before=0)?$/.exec(line) ?? [];
    if (menu === undefined || statement === undefined) return [];
    return [{ kind: 'insert', menu, statement, isFirst: first !== undefined }];
  });
  if (changes.length < lines.length || lines.length === 0) return undefined;
  const isFirst = (change: Change): boolean => change.kind === 'insert' && change.isFirst === true;
  return [...changes.filter(change => !isFirst(change)), ...changes.filter(isFirst).reverse()];
}
