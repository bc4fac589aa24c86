import { contentOf, type Item } from './item.ts';

/** By what an item differs from the others of its menu; the first that it has decides. */
interface Identity {
  readonly menu: string;
  readonly name?: string | undefined;
  readonly factory?: string | undefined;
  readonly comment?: string | undefined;
  /** A hash of what the item says; asked only where it has none of the above. */
  readonly hash: () => number;
}

/**
 * Gives ids: `/ip pool [name=dhcp]`, `/interface ethernet [default-name=ether1]`, `/ip firewall nat [comment=web]`, else
 * a hash of what the item says: `/ip firewall nat [3f9a1c02]`. Equal ones are numbered in order: `[comment=web] 2`. So an
 * id changes only with the item itself, or where one that reads the same is put above it.
 */
export class Identities {
  readonly #uses = new Map<string, number>();

  give(identity: Identity): string {
    const base = `${identity.menu} [${distinction(identity)}]`;
    const use = (this.#uses.get(base) ?? 0) + 1;
    this.#uses.set(base, use);
    return use === 1 ? base : `${base} ${use}`;
  }
}

function distinction({ name, factory, comment, hash }: Identity): string {
  if (factory !== undefined && factory !== '') return factory;
  if (name !== undefined && name !== '') return `name=${name}`;
  if (comment !== undefined && comment !== '') return `comment=${comment}`;
  return hex(hash());
}

/** Of each byte. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight digits of 32 bits; `toString(16)` works it out as a number with a fraction. */
const hex = (bits: number): string =>
  `${digits[bits >>> 24]}${digits[(bits >>> 16) & 255]}${digits[(bits >>> 8) & 255]}${digits[bits & 255]}`;

/** Start of a hash for `hashText`. */
export const hashStart = 0x811c9dc5;

/** FNV-1a, 32 bits, carried on over one more text. */
export function hashText(hash: number, text: string): number {
  let now = hash;
  for (let at = 0; at < text.length; at++) now = Math.imul(now ^ text.charCodeAt(at), 0x01000193);
  return now;
}

type Named = Item & { readonly name?: string | undefined };

/** The items, new ids for those that have none. A copy of an item must either replace it or leave its id empty. */
export function identified<I extends Named>(items: readonly I[], menu: string): readonly I[] {
  if (!items.some(({ id }) => id === '')) return items;
  const taken = new Set(items.map(({ id }) => id));
  const ids = new Identities();
  return items.map(item => (item.id === '' ? { ...item, id: freeId(item, menu, ids, taken) } : item));
}

function freeId(item: Named, menu: string, ids: Identities, taken: ReadonlySet<string>): string {
  const { origin, name, factory, comment } = item;
  const hash = () => hashText(hashStart, contentOf(item));
  for (;;) {
    const id = ids.give({ menu: origin.menu || menu, name, factory, comment, hash });
    if (!taken.has(id)) return id;
  }
}
