import { describe, expect, it } from 'vitest';
import { assumedWorld } from '../rib/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import { prove } from './prove.ts';

/** Is anything said to leak, and what is not judged of it. */
function leaksOf(wan: string, nat = ''): [number, (string | undefined)[]] {
  const text = `/ip address
add address=${wan}.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=${wan}.1
/ip firewall nat
${nat}`;
  const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
  const { violations, invariants } = prove(router, assumedWorld(router, {}), { engine: 'routeros' });
  const leak = invariants.find(({ invariant }) => invariant === 'nothing-leaks');
  return [
    violations.filter(({ invariant }) => invariant === 'nothing-leaks').length,
    [leak?.verdict, leak?.why?.kind],
  ];
}

describe('a private source by an uplink', () => {
  it('nothing is translated, and the uplink is private as well → not judged', () => {
    expect(leaksOf('10.0.0')).toEqual([0, ['not-judged', 'no-nat']]);
  });

  it('something is translated, or the uplink is public → violated', () => {
    const elsewhere = 'add chain=srcnat action=masquerade out-interface=ether3\n';
    expect(leaksOf('10.0.0', elsewhere)).toEqual([1, ['violated', undefined]]);
    expect(leaksOf('203.0.113')).toEqual([1, ['violated', undefined]]);
  });
});
