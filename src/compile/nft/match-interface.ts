import { isDeviceName } from '../../linux/index.ts';
import { membersOf } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { type Condition, constant, quote, setOf, test } from './condition.ts';

/** `in-interface=ether1`. */
export function matchInterface(field: 'iifname' | 'oifname', name: string, negated: boolean): Condition {
  return isDeviceName(name) ? test(field, quote(name), negated) : constant(false, negated);
}

/**
 * `in-interface-list=WAN`, resolved now: membership is configuration. An empty list never matches (and `!` always).
 */
export function matchInterfaceList(
  { router }: LinuxContext,
  field: 'iifname' | 'oifname',
  list: string,
  negated: boolean,
): Condition {
  if (list === 'all') return constant(true, negated);
  const members = membersOf(router, list).filter(isDeviceName);
  return members.length === 0 ? constant(false, negated) : test(field, setOf(members.map(quote)), negated);
}
