import { ipv4ToNumber, isIpv4, isIpv4Prefix, parsePrefix, prefixRange } from '../../../net/index.ts';
import type { Block } from './blocks.ts';

/** What of a list comes and goes, as it is written. */
export interface ListChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const elementsLine = /^elements = \{ (.*) \}$/;

const elementsOf = ({ lines }: Block): readonly string[] =>
  lines.flatMap(line => elementsLine.exec(line)?.[1]?.split(', ') ?? []);

const headOf = ({ lines }: Block): string => lines.filter(line => !elementsLine.test(line)).join('\n');

/**
 * How a list of addresses becomes another one in place: undefined where it has to be made anew. What touches or
 * covers another entry is one range with it in the kernel (auto-merge), of which nft 1.0.6 takes no part out.
 */
export function listChange(before: Block, after: Block): ListChange | undefined {
  if (headOf(before) !== headOf(after)) return undefined;
  if (headOf(after) === 'type ipv4_addr' || after.kind === 'map') return singleChange(before, after);
  if (!headOf(after).includes('auto-merge')) return undefined;
  const [old, wanted] = [elementsOf(before), elementsOf(after)];
  const [was, will] = [new Set(old), new Set(wanted)];
  const removed = [...was].filter(one => !will.has(one));
  if (removed.length > most) return undefined;
  const all = [...was].map(one => ({ text: one, range: rangeOf(one) }));
  const areAlone = removed.every(one => {
    const range = rangeOf(one);
    return range && all.every(({ text, range: other }) => text === one || (other && isApart(range, other)));
  });
  if (!areAlone || [...will].some(one => !rangeOf(one))) return undefined;
  return { removed, added: [...will].filter(one => !was.has(one)) };
}

/** Hosts alone touch no others, nor do the entries of a map. */
function singleChange(before: Block, after: Block): ListChange {
  const [was, will] = [new Set(elementsOf(before)), new Set(elementsOf(after))];
  return {
    removed: [...was].filter(one => !will.has(one)),
    added: [...will].filter(one => !was.has(one)),
  };
}

const isApart = (a: Range, b: Range): boolean => a.to + 1 < b.from || b.to + 1 < a.from;

/** Each is compared with all others. */
const most = 500;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Undefined for what is more than an address: an entry with a time-out. */
function rangeOf(text: string): Range | undefined {
  if (isIpv4(text)) return { from: ipv4ToNumber(text), to: ipv4ToNumber(text) };
  const prefix = text.includes('/') ? parsePrefix(text) : undefined;
  if (prefix !== undefined && isIpv4Prefix(prefix)) return prefixRange(prefix);
  const [from, to] = text.split('-');
  return from !== undefined && to !== undefined && isIpv4(from) && isIpv4(to)
    ? { from: ipv4ToNumber(from), to: ipv4ToNumber(to) }
    : undefined;
}
