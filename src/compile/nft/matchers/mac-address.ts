import { test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `src-mac-address=02:00:00:00:00:01`. */
export const macAddressCondition: MatcherCondition<'src-mac-address'> = ({ mac, negated }) =>
  test('ether saddr', mac.toLowerCase(), negated);
