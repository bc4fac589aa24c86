import { createHash } from 'node:crypto';

/** Short, and long enough never to meet its like by chance. */
export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Keys that change without anybody's doing: handles by a reload, counters and timers by traffic. */
const restless = new Set(['handle', 'packets', 'bytes', 'used', 'expires', 'metainfo']);

/**
 * An nft listing (`nft -j`) as text that is equal as long as nobody changed the rules. Elements of maps and sets that `own` names
 * are ours to move, chains of these names ours to open and close.
 */
export function listingFingerprint(listing: string, own: readonly string[] = []): string {
  const names = new Set(own);
  const { nftables = [] } = JSON.parse(listing) as { readonly nftables?: readonly Listed[] };
  const lasting = nftables.filter(({ chain, rule }) => !names.has(chain?.name ?? rule?.chain ?? ''));
  return hash(JSON.stringify(settle(lasting as unknown as Json, names)));
}

interface Listed {
  readonly chain?: { readonly name: string };
  readonly rule?: { readonly chain: string };
}

function settle(value: Json, maps: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map(part => settle(part as Json, maps));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as { readonly [key: string]: Json };
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !restless.has(key) && !(key === 'elem' && moves(record, maps)))
      .map(([key, part]) => [key, key === 'elem' ? sorted(settle(part, maps)) : settle(part, maps)]),
  );
}

/** Sets that packets or time change, and maps that we set ourselves: their elements do not count. */
function moves(set: { readonly flags?: Json; readonly name?: Json }, maps: ReadonlySet<string>): boolean {
  const flags = Array.isArray(set.flags) ? (set.flags as readonly Json[]) : [];
  return flags.includes('dynamic') || flags.includes('timeout') || maps.has(String(set.name));
}

const sorted = (value: Json): Json =>
  Array.isArray(value) ? value.map(part => JSON.stringify(part)).sort() : value;

/** Our nft text without the elements of these maps and sets: as long as it stays, their elements can change in place. */
export function skeleton(text: string, maps: readonly string[] = []): string {
  const names = new Set(maps);
  return text.replace(filled, (whole: string, head: string, name: string) =>
    names.has(name) ? head : whole,
  );
}

/** A map or set with its elements, which are the last of it. */
const filled = /(\b(?:map|set) (\w+) \{[^{}]*?)\s*elements = \{[^{}]*\}/g;
