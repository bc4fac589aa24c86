import { describe, expect, it } from 'vitest';
import { assumeWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';

const network = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=203.0.113.1
`;

/** Is anything said to leak, and why it is not judged. */
function leakOf(rule: string, more = '', head = ''): [string | undefined, string | undefined] {
  const text = `${head}${network}/ip firewall nat\nadd chain=srcnat action=masquerade ${rule}\n${more}`;
  const { router } = readRouterOs(text, { file: 'part.rsc', dialect: 'v7' });
  const { invariants } = prove(router, assumeWorld(router).world, { engine: 'routeros' });
  const leak = invariants.find(({ invariant }) => invariant === 'nothing-leaks');
  return [leak?.verdict, leak?.why?.kind];
}

describe('NAT for a list that nothing fills', () => {
  it('a part of a configuration → whether it translates is not judged', () => {
    expect(leakOf('out-interface-list=WAN')).toEqual(['not-judged', 'unfilled-list']);
    expect(leakOf('src-address-list=clients')).toEqual(['not-judged', 'unfilled-list']);
  });

  it('a whole export → the list is empty: a leak', () => {
    const head = '# 2026-01-02 03:04:05 by RouterOS 7.15\n';
    expect(leakOf('out-interface-list=WAN', '', head)).toEqual(['violated', undefined]);
  });

  it('the list holds something else, is built in, or the rule leaves out its members → a leak', () => {
    const member = '/interface list member\nadd list=WAN interface=ether7\n';
    expect(leakOf('out-interface-list=WAN', member)).toEqual(['violated', undefined]);
    expect(leakOf('out-interface-list=none')).toEqual(['violated', undefined]);
    expect(
      leakOf('src-address-list=clients', '/ip firewall address-list\nadd list=clients address=10.9.9.9\n'),
    ).toEqual(['violated', undefined]);
  });
});
