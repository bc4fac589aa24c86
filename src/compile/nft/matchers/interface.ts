import { isDeviceName } from '../../../linux/index.ts';
import { constant, quote, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `in-interface=ether1`. */
export const interfaceCondition: MatcherCondition<'in-interface' | 'out-interface'> = ({
  kind,
  interface: name,
  negated,
}) => {
  const field = kind === 'in-interface' ? 'iifname' : 'oifname';
  return isDeviceName(name) ? test(field, quote(name), negated) : constant(false, negated);
};
