import type { Test } from '../flight.ts';
import { rangeOf } from './address-range.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `src-address=10.0.0.0/8`, `dst-address=10.0.0.1-10.0.0.9`. */
export const testAddress: MatcherTest<'src-address' | 'dst-address'> = ({ kind, address, negated }): Test => {
  const range = rangeOf(address);
  if (!range) return () => negated;
  const { from, to } = range;
  if (kind === 'src-address') return f => (f.src >= from && f.src <= to) !== negated;
  return f => (f.dst >= from && f.dst <= to) !== negated;
};
