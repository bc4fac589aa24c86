import { type Block, rulesIn } from './blocks.ts';

/** Handles of the rules of each chain, in order, of an `nft -j` listing. */
export function handlesIn(listing: string): ReadonlyMap<string, readonly number[]> {
  const { nftables } = JSON.parse(listing) as {
    readonly nftables: readonly { readonly rule?: { readonly chain: string; readonly handle: number } }[];
  };
  const handles = new Map<string, number[]>();
  for (const { rule } of nftables) {
    if (!rule) continue;
    const list = handles.get(rule.chain);
    if (list) list.push(rule.handle);
    else handles.set(rule.chain, [rule.handle]);
  }
  return handles;
}

/** Commands for some rules of a chain. */
export interface RuleChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * The commands that change only those rules of a chain that differ; the others are not touched, and count on. Undefined where most
 * differ, or the kernel has other rules than we know of: then the chain is filled anew.
 *
 * @param counting `after`, with the counts that its rules are to begin with
 */
export function ruleChange(
  table: string,
  before: Block,
  after: Block,
  counting: Block,
  handles: readonly number[] = [],
): RuleChange | undefined {
  const [old, wanted, texts] = [rulesIn(before), rulesIn(after), rulesIn(counting)];
  if (old.length !== handles.length) return undefined;
  const same = (a: number, b: number): boolean => old[a] === wanted[b];
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(old.length - 1 - tail, wanted.length - 1 - tail)) tail++;
  if (head + tail < most / 2) return undefined;
  const place = `rule inet ${table} ${after.name}`;
  const next = handles[old.length - tail];
  const add = next === undefined ? `add ${place}` : `insert ${place} handle ${next}`;
  return {
    removed: handles.slice(head, old.length - tail).map(handle => `delete ${place} handle ${handle}`),
    added: texts.slice(head, wanted.length - tail).map(rule => `${add} ${rule}`),
  };
}
