import { type Block, rulesIn } from './blocks.ts';

/** What a rule has counted, as nft writes it. */
interface Count {
  readonly packets: number;
  readonly bytes: number;
}

interface ListedRule {
  readonly chain: string;
  readonly expr: readonly { readonly counter?: Count | string | null }[];
}

/** Counts by chain, a value for each of its rules in order. */
type Counts = ReadonlyMap<string, readonly (Count | undefined)[]>;

/** Counts of an `nft -j` listing. */
export function countsIn(listing: string): Counts {
  const { nftables } = JSON.parse(listing) as {
    readonly nftables: readonly { readonly rule?: ListedRule }[];
  };
  const counts = new Map<string, (Count | undefined)[]>();
  for (const { rule } of nftables) {
    if (!rule) continue;
    const found = rule.expr.map(({ counter }) => counter).find(isCount);
    add(counts, rule.chain, found);
  }
  return counts;
}

const isCount = (counter: ListedRule['expr'][number]['counter']): counter is Count =>
  typeof counter === 'object' && counter !== null;

function add(map: Map<string, (Count | undefined)[]>, key: string, count: Count | undefined): void {
  const list = map.get(key);
  if (list) list.push(count);
  else map.set(key, [count]);
}

/** Counts of the elements of each set, by the element as our compiler writes it. */
export type ElementCounts = ReadonlyMap<string, ReadonlyMap<string, Count>>;

interface ListedElement {
  readonly elem?: { readonly val: Value; readonly counter?: Count };
}

type Value =
  | string
  | number
  | { readonly prefix: { readonly addr: string; readonly len: number } }
  | { readonly range: readonly [Value, Value] }
  | { readonly concat: readonly Value[] };

export function elementCountsIn(listing: string): ElementCounts {
  const { nftables } = JSON.parse(listing) as {
    readonly nftables: readonly {
      readonly set?: { readonly name: string; readonly elem?: readonly ListedElement[] };
    }[];
  };
  const sets = nftables.flatMap(({ set }) => (set ? [set] : []));
  return new Map(
    sets.map(({ name, elem = [] }) => [
      name,
      new Map(
        elem.flatMap(({ elem: one }) => (one?.counter ? [[valueText(one.val), one.counter] as const] : [])),
      ),
    ]),
  );
}

function valueText(value: Value): string {
  if (typeof value !== 'object') return `${value}`;
  if ('prefix' in value) return `${value.prefix.addr}/${value.prefix.len}`;
  if ('range' in value) return value.range.map(valueText).join('-');
  return value.concat.map(valueText).join(' . ');
}

/** An element that counts, and what stands behind. */
const countingElement = /([^,{}]+?) counter( comment "[^"]*")?(?=,| \})/g;

/** A set as it is to be loaded: elements that were there before go on counting from where they are. */
export function withElementCounts(set: Block, counts: ElementCounts): Block {
  const known = counts.get(set.name);
  if (!known || known.size === 0) return set;
  const lines = set.lines.map(line =>
    line.replace(countingElement, (whole: string, key: string, comment = '') => {
      const count = known.get(key.trim().replaceAll('"', ''));
      if (!count) return whole;
      return `${key} counter packets ${count.packets} bytes ${count.bytes}${comment}`;
    }),
  );
  return { ...set, lines };
}

/** A rule without the place it came from, which moves with every line before it. */
const ruleOf = (line: string): string => line.replace(/ comment "[^"]*"$/, '');

/** The rules of a chain as they are to be loaded: those that were there before go on counting from where they are. */
export function withCounts(before: Block | undefined, after: Block, counts: Counts): Block {
  const known = before ? rulesIn(before) : [];
  const listed = counts.get(after.name) ?? [];
  // Where the kernel has other rules than we know of, nobody can tell whose counts they are.
  if (known.length === 0 || known.length !== listed.length) return after;
  const left = new Map<string, (Count | undefined)[]>();
  for (const [i, line] of known.entries()) add(left, ruleOf(line), listed[i]);
  const lines = after.lines.map(line => {
    const count = left.get(ruleOf(line))?.shift();
    return count ? counting(line, count) : line;
  });
  return { ...after, lines };
}

const counting = (line: string, { packets, bytes }: Count): string =>
  line.replace(/(^| )counter(?= (?!name )|$)/, `$1counter packets ${packets} bytes ${bytes}`);
