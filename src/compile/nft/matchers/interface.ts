import { isDeviceName } from '../../../linux/index.ts';
import { interfacesInFilter, interfacesMeant } from '../../../model/index.ts';
import { constant, quote, setOf, test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `in-interface=ether1`, `in-interface=all-vlan`; one that Linux cannot have never matches. */
export const interfaceCondition: MatcherCondition<'in-interface' | 'out-interface'> = (
  { kind, interface: name, negated },
  { router },
  rule,
) => {
  const meant = rule.table === 'filter' ? interfacesInFilter : interfacesMeant;
  const names = meant(router, name).filter(isDeviceName);
  if (names.length === 0) return constant(false, negated);
  return test(kind === 'in-interface' ? 'iifname' : 'oifname', setOf(names.map(quote)), negated);
};
