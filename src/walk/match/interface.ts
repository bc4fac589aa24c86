import { interfacesInFilter, interfacesMeant } from '../../model/index.ts';
import type { MatcherTest } from './matcher-test.ts';
import { testNames } from './names.ts';

/** `in-interface=ether1`, `in-interface=all-vlan`. */
export const testInterface: MatcherTest<'in-interface' | 'out-interface'> = (
  { kind, interface: name, negated },
  { setup, rule },
) => {
  const meant = rule.table === 'filter' ? interfacesInFilter : interfacesMeant;
  return testNames(setup, kind === 'in-interface' ? 'in' : 'out', meant(setup.router, name), negated);
};
