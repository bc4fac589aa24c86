import type { AddressListEntry } from '../../model/index.ts';
import { type Ipv4, type Ipv4Bounds, ipv4ToNumber } from '../../net/index.ts';
import type { Setup } from '../setup.ts';
import type { WalkState } from '../state.ts';
import { rangeOf } from './address-range.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `src-address-list=X`: the written entries, and those that rules added. */
export const testAddressList: MatcherTest<'src-address-list' | 'dst-address-list'> = (
  { kind, list, negated },
  { setup },
) => {
  const ranges = rangesOf(setup, list);
  const id = setup.lists.id(list);
  const holds = (state: WalkState, address: number) =>
    ranges.some(({ from, to }) => address >= from && address <= to) || wasAdded(state, id, address);
  if (kind === 'src-address-list') return f => holds(f.state, f.src) !== negated;
  return f => holds(f.state, f.dst) !== negated;
};

/** All addresses of a list as written; names through `options.names`, else they stand for nothing. */
export function rangesOf({ router, family, options }: Setup, list: string): Ipv4Bounds[] {
  return router.addressLists
    .filter(entry => entry.list === list && entry.family === family && !entry.disabled)
    .flatMap(({ address }) => entryRanges(address, options.names ?? {}));
}

function entryRanges(
  address: AddressListEntry['address'],
  names: Readonly<Record<string, readonly Ipv4[]>>,
): Ipv4Bounds[] {
  if (address.kind !== 'name') {
    const range = rangeOf(address);
    return range ? [range] : [];
  }
  return (names[address.name] ?? []).map(text => ({ from: ipv4ToNumber(text), to: ipv4ToNumber(text) }));
}

function wasAdded({ added, nowMs }: WalkState, list: number, address: number): boolean {
  const until = added.get(list)?.get(address);
  return until !== undefined && until > nowMs;
}
