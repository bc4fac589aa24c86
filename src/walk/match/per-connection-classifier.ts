import type { MatcherTest } from './matcher-test.ts';
import { familyOf } from './pcc-family.ts';

/**
 * `per-connection-classifier=both-addresses:3/0`; a remainder that no hash has never matches
 * (docs/routeros.md#pcc-hash).
 */
export const testPerConnectionClassifier: MatcherTest<'per-connection-classifier'> = (
  matcher,
  { setup, families },
) => {
  const { remainder, denominator, negated } = matcher;
  const family = familyOf(setup, families, matcher);
  if (remainder >= denominator) return () => negated;
  return flight => (family.bucketOf(flight) === remainder) !== negated;
};
