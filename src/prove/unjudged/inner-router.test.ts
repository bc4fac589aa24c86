import { describe, expect, it } from 'vitest';
import { assumedWorld, assumeWorld, type KnownWorld } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prove } from '../prove.ts';

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

  it('nothing is translated, and nobody says which address the uplinks have → not judged; a lease says it → violated', () => {
    const text = `/ip dhcp-client
add interface=ether1
add interface=ether3 default-route-distance=2
/ip address
add address=192.168.0.1/24 interface=ether2
`;
    const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
    const leaks = (known: KnownWorld) =>
      prove(router, assumeWorld(router, known).world, { engine: 'routeros' }).violations.filter(
        ({ invariant }) => invariant === 'nothing-leaks',
      ).length;
    const usual = assumeWorld(router).world.leases['ether3'];
    expect(leaks({})).toBe(0);
    expect(usual && leaks({ leases: [usual] })).toBe(1);
    // That nobody knows whether it leaks does not hide that nobody notices a dead line.
    const { invariants } = prove(router, assumeWorld(router).world, { engine: 'routeros' });
    expect(invariants.find(({ invariant }) => invariant === 'lan-reaches-internet')?.verdict).toBe(
      'violated',
    );
  });

  it('a route names the gateway beside the address → violated', () => {
    const text = `/ip dhcp-client
add interface=ether1 add-default-route=no
/ip address
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=203.0.113.1
`;
    const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
    const { violations } = prove(router, assumeWorld(router).world, { engine: 'routeros' });
    expect(violations.map(({ invariant }) => invariant)).toContain('nothing-leaks');
  });

  it('something is translated, or the uplink is public → violated', () => {
    const elsewhere = 'add chain=srcnat action=masquerade out-interface=ether3\n';
    expect(leaksOf('10.0.0', elsewhere)).toEqual([1, ['violated', undefined]]);
    expect(leaksOf('203.0.113')).toEqual([1, ['violated', undefined]]);
  });

  const elsewhere = 'add chain=srcnat action=masquerade out-interface=ether3\n';
  const unsettled = [0, ['not-judged', 'inner-router']];

  it('a route to a private network behind the neighbour, on or off → not judged; to the Internet, or elsewhere → violated', () => {
    const route = (more: string) => leaksOf('10.0.0', `${elsewhere}/ip route\nadd ${more}\n`);
    expect(route('dst-address=192.168.2.0/24 gateway=10.0.0.1')).toEqual(unsettled);
    expect(route('dst-address=192.168.2.0/24 gateway=10.0.0.9 disabled=yes')).toEqual(unsettled);
    for (const other of [
      'dst-address=9.9.9.9/32 gateway=10.0.0.1',
      'dst-address=192.168.2.0/24 gateway=192.168.0.9',
    ])
      expect(route(other)).toEqual([1, ['violated', undefined]]);
  });

  it('NAT for that uplink is turned off → not judged; NAT for another one is → violated', () => {
    const off = (name: string) =>
      leaksOf(
        '10.0.0',
        `${elsewhere}add chain=srcnat action=masquerade out-interface=${name} disabled=yes\n`,
      );
    expect(off('ether1')).toEqual(unsettled);
    expect(off('ether4')).toEqual([1, ['violated', undefined]]);
  });

  it('a public uplink, whatever leads behind it → violated', () => {
    const route = '/ip route\nadd dst-address=192.168.2.0/24 gateway=203.0.113.1\n';
    expect(leaksOf('203.0.113', `${elsewhere}${route}`)).toEqual([1, ['violated', undefined]]);
  });
});
