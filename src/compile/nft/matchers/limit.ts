import { perUnit } from '../rate.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `limit=5/1s,5:packet`: a token bucket. Bits become bytes, nft's only other unit. */
export const limitCondition: MatcherCondition<'limit'> = ({ count, perMs, burst, mode, negated }) => {
  const over = negated ? 'over ' : '';
  if (mode === 'packet') {
    const { amount, unit } = perUnit(count, perMs);
    return [`limit rate ${over}${amount}/${unit} burst ${Math.max(1, burst)} packets`];
  }
  const { amount, unit } = perUnit(count / 8, perMs);
  return [`limit rate ${over}${amount} bytes/${unit} burst ${Math.max(1, Math.round(burst / 8))} bytes`];
};
