import type { Flight } from '../flight.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `dst-address-type=local`. No type at all is every type. */
export const testAddressType: MatcherTest<'src-address-type' | 'dst-address-type'> = (
  { kind, types, negated },
  { setup: { local } },
) => {
  if (types.length === 0) return () => !negated;
  const address = (flight: Flight) => (kind === 'src-address-type' ? flight.src : flight.dst);
  return flight => types.includes(local.typeOf(address(flight))) !== negated;
};
