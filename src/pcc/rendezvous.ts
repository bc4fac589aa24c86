import { jhash } from './hash.ts';
import type { Weight } from './weights.ts';

// Buckets of a hash, dealt out to owners so that a change moves no more of them than it must. Where PCC's own remainder has
// nearly everybody change lines when a third of three goes (h % 3 and h % 2 agree for a third of all h), here the third alone does.
//
// A table that is a function of names and weights alone cannot do that for every change: of all such functions the best moves up to
// 2d / (1 + d) where d has to move (Angel and Spinka, Pairwise optimal coupling of multiple random variables), and that is what
// weighted rendezvous does. So it has the first word, and the table in force the last.

/** Who owns each bucket, by name. */
export type BucketTable = readonly string[];

/** How many buckets there are where nobody says: weights hold to 0.4 %. */
export const usualBuckets = 256;

/** The table of these names and weights, the same in whatever order they are given; empty where nobody has a weight. */
export function bucketTable(weights: readonly Weight[], buckets: number = usualBuckets): BucketTable {
  const known = owners(weights);
  if (known.length === 0) return [];
  const first = Array.from({ length: buckets }, (_, bucket) => favourite(known, bucket));
  return dealt(first, known, () => false);
}

/**
 * The table after a change of weights, owners that come or that go: just as many buckets change hands as have to. Which ones is
 * decided by rendezvous, first of all those that go where `bucketTable` has them. With nobody left the table stays as it is.
 */
export function reweighed(table: BucketTable, weights: readonly Weight[]): BucketTable {
  const known = owners(weights);
  if (known.length === 0) return table;
  const usual = bucketTable(known, table.length);
  return dealt(table, known, (bucket, owner) => usual[bucket] === owner);
}

/** The table while some owners are dead: their buckets alone are elsewhere. */
export function withoutDead(
  table: BucketTable,
  weights: readonly Weight[],
  dead: readonly string[],
): BucketTable {
  const all = owners(weights);
  const gone = all.filter(({ owner }) => dead.includes(owner)).map(({ owner }) => owner);
  if (gone.length === all.length) return table;
  // One after the other: what the first ones left to those alive stays with them when the next one dies.
  return gone.reduce((now, _, i) => {
    return reweighed(
      now,
      all.filter(({ owner }) => !gone.slice(0, i + 1).includes(owner)),
    );
  }, table);
}

/** Buckets of each owner: by Sainte-Laguë, with which nobody loses one because somebody else goes. */
export function bucketCounts(weights: readonly Weight[], buckets: number): ReadonlyMap<string, number> {
  const known = owners(weights);
  const counts = new Map(known.map(({ owner }) => [owner, 0]));
  const ratio = ({ owner, weight }: Weight): number => weight / (2 * (counts.get(owner) ?? 0) + 1);
  for (let given = 0; given < buckets && known.length > 0; given++) {
    const next = known.reduce((best, one) => (ratio(one) > ratio(best) ? one : best));
    counts.set(next.owner, (counts.get(next.owner) ?? 0) + 1);
  }
  return counts;
}

/** How many buckets have another owner. */
export const movedBuckets = (before: BucketTable, after: BucketTable): number =>
  before.filter((owner, bucket) => owner !== after[bucket]).length;

/** Those with a weight, in the order of their names. */
const owners = (weights: readonly Weight[]): readonly Weight[] =>
  weights.filter(({ weight }) => weight > 0).sort((a, b) => (a.owner < b.owner ? -1 : 1));

/** Weighted rendezvous: of exponential waits with these rates, the shortest. */
function wait({ owner, weight }: Weight, bucket: number): number {
  return -Math.log((jhash(bytesOf(owner), bucket) + 0.5) / 2 ** 32) / weight;
}

const encoder = (text: string): Uint8Array =>
  Uint8Array.from(text, letter => (letter.codePointAt(0) ?? 0) & 255);

const seen = new Map<string, Uint8Array>();

function bytesOf(name: string): Uint8Array {
  const known = seen.get(name) ?? encoder(name);
  seen.set(name, known);
  return known;
}

const favourite = (known: readonly Weight[], bucket: number): string =>
  known.reduce((best, one) => (wait(one, bucket) < wait(best, bucket) ? one : best)).owner;

interface Move {
  readonly bucket: number;
  readonly to: string;
  readonly isHome: boolean;
  readonly wait: number;
}

/** The table with buckets of those who have too many handed to those who have too few. */
function dealt(
  table: BucketTable,
  known: readonly Weight[],
  isHome: (bucket: number, owner: string) => boolean,
): BucketTable {
  const surplus = new Map(bucketCounts(known, table.length));
  for (const [owner, count] of surplus) surplus.set(owner, -count);
  for (const owner of table) surplus.set(owner, (surplus.get(owner) ?? 0) + 1);
  const over = (owner: string): number => surplus.get(owner) ?? 0;
  const moves = table.flatMap((from, bucket): Move[] => {
    if (over(from) <= 0) return [];
    const takers = known.filter(({ owner }) => over(owner) < 0);
    return takers.map(one => {
      return { bucket, to: one.owner, isHome: isHome(bucket, one.owner), wait: wait(one, bucket) };
    });
  });
  const result = [...table];
  for (const { bucket, to } of moves.sort(inTurn)) {
    const from = table[bucket] ?? '';
    if (result[bucket] !== from || over(from) <= 0 || over(to) >= 0) continue;
    result[bucket] = to;
    surplus.set(from, over(from) - 1);
    surplus.set(to, over(to) + 1);
  }
  return result;
}

const inTurn = (a: Move, b: Move): number =>
  Number(b.isHome) - Number(a.isHome) || a.wait - b.wait || a.bucket - b.bucket;
