import type { AddressListEntry, AddressMatch, Matcher } from '../../model/index.ts';
import { type Ipv4, type Ipv4Bounds, ipv4ToNumber, prefixRange } from '../../net/index.ts';
import type { Flight, Test } from '../flight.ts';
import type { Setup } from '../setup.ts';
import type { WalkState } from '../state.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;
type Side = 'src' | 'dst';

export function rangeOf(address: AddressMatch): Ipv4Bounds {
  return address.kind === 'prefix'
    ? prefixRange(address.prefix)
    : { from: ipv4ToNumber(address.from), to: ipv4ToNumber(address.to) };
}

/** `src-address=10.0.0.0/8` or `10.0.0.1-10.0.0.9`. */
export function testAddress(side: Side, { address, negated }: Of<'src-address' | 'dst-address'>): Test {
  const { from, to } = rangeOf(address);
  if (side === 'src') return f => (f.src >= from && f.src <= to) !== negated;
  return f => (f.dst >= from && f.dst <= to) !== negated;
}

/** `src-address-list=X`: the written entries, and those that rules added. */
export function testAddressList(
  setup: Setup,
  side: Side,
  { list, negated }: Of<'src-address-list' | 'dst-address-list'>,
): Test {
  const ranges = rangesOf(setup, list);
  const id = setup.lists.id(list);
  const holds = (state: WalkState, address: number) =>
    ranges.some(({ from, to }) => address >= from && address <= to) || wasAdded(state, id, address);
  if (side === 'src') return f => holds(f.state, f.src) !== negated;
  return f => holds(f.state, f.dst) !== negated;
}

/** All addresses of a list as written; names through `options.names`, else they stand for nothing. */
export function rangesOf({ router, options }: Setup, list: string): Ipv4Bounds[] {
  return router.addressLists
    .filter(entry => entry.list === list && !entry.disabled)
    .flatMap(({ address }) => entryRanges(address, options.names ?? {}));
}

function entryRanges(
  address: AddressListEntry['address'],
  names: Readonly<Record<string, readonly Ipv4[]>>,
): Ipv4Bounds[] {
  if (address.kind !== 'name') return [rangeOf(address)];
  return (names[address.name] ?? []).map(text => ({ from: ipv4ToNumber(text), to: ipv4ToNumber(text) }));
}

function wasAdded({ added, nowMs }: WalkState, list: number, address: number): boolean {
  const until = added.get(list)?.get(address);
  return until !== undefined && until > nowMs;
}

/** `dst-address-type=local`. No type at all is every type. */
export function testAddressType(
  { local }: Setup,
  side: Side,
  { types, negated }: Of<'src-address-type' | 'dst-address-type'>,
): Test {
  if (types.length === 0) return () => !negated;
  const holds = (flight: Flight) => types.includes(local.typeOf(side === 'src' ? flight.src : flight.dst));
  return flight => holds(flight) !== negated;
}
