import type { MatcherTest } from './matcher-test.ts';
import { familyOf } from './pcc-family.ts';
import { sharedOf } from './shared.ts';

/**
 * `per-connection-classifier=both-addresses:3/0`; a remainder that no hash has never matches
 * (docs/routeros.md#pcc-hash).
 */
export const testPerConnectionClassifier: MatcherTest<'per-connection-classifier'> = (
  matcher,
  { setup, families, rule },
) => {
  const shared = sharedOf(setup, families, rule);
  if (shared) return flight => shared.ruleOf(flight) === rule;
  const { remainder, denominator, negated } = matcher;
  const family = familyOf(setup, families, matcher);
  if (remainder >= denominator) return () => negated;
  return flight => (family.bucketOf(flight) === remainder) !== negated;
};
