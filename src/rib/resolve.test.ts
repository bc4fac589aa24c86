import { describe, expect, it } from 'vitest';
import { first, gateway, read, rib, ribOf, said, v6 } from '../../test/rib/ribs.ts';

describe('a gateway looked up', () => {
  it('by a route of another table → not found; of its own table → found', () => {
    const host = '/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=10 routing-table=t2\n';
    const found = rib(`${host}/ip route add gateway=9.9.9.9 target-scope=11`);
    expect(found.routes[1]?.gateways[0]?.state).toBe('unresolved');
    const named = rib(`${host}/ip route add gateway=9.9.9.9@t2 target-scope=11`);
    expect(named.routes[1]?.gateways[0]).toMatchObject({
      state: 'reachable',
      recursive: true,
      nextHops: [{ address: '10.1.0.1', interface: 'ether1' }],
    });
  });

  it('by a route whose prefix is its own → not found; the same prefix in another table → found', () => {
    expect(gateway(rib('/ip route add dst-address=10.1.0.0/24 gateway=10.1.0.1'))).toBe(
      'unresolved: 10.1.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
    const other = rib('/ip route add dst-address=10.1.0.0/24 gateway=10.1.0.1 routing-table=t2');
    expect(gateway(other)).toBe('reachable: 10.1.0.1 is on the network of ether1.');
  });

  it('that two routes hold → by the longer prefix, whichever is written first', () => {
    const wide = '/ip route add dst-address=9.9.0.0/16 gateway=10.1.0.1 scope=10\n';
    const narrow = '/ip route add dst-address=9.9.9.0/24 gateway=10.2.0.1 scope=10\n';
    const last = '/ip route add gateway=9.9.9.9 target-scope=11';
    for (const text of [wide + narrow + last, narrow + wide + last]) {
      expect(rib(text).routes[2]?.gateways[0]?.nextHops).toEqual([
        { address: '10.2.0.1', interface: 'ether2' },
      ]);
    }
  });

  it.each([
    ['10.1.0.0', true],
    ['10.1.0.255', true],
    ['10.0.255.255', false],
    ['10.1.1.0', false],
  ])('at the edge of a connected network: %s → %s', (address, inside) => {
    const found = rib(`/ip route add gateway=${address}`);
    expect(first(found).gateways[0]?.state).toBe(inside ? 'reachable' : 'unresolved');
  });

  it.each([
    ['10.1.0.0', true],
    ['10.1.0.255', true],
    ['10.0.255.255', false],
    ['10.1.1.0', false],
  ])(
    'at the edge of the network of a link that is down: %s → the link is to blame: %s',
    (address, inside) => {
      const found = rib(`/ip route add gateway=${address}`, { down: ['ether1'] });
      expect(gateway(found).startsWith(inside ? 'interface-down: ether1 is not' : 'unresolved: ')).toBe(true);
    },
  );

  it('by a route whose scope is the target-scope → found; one above it → which route it is, and its scope', () => {
    const host = (scope: number) => `/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=${scope}\n`;
    const last = '/ip route add gateway=9.9.9.9 target-scope=20';
    expect(rib(host(20) + last).routes[1]?.active).toBe(true);
    const above = rib(host(21) + last).routes[1];
    expect(above?.active).toBe(false);
    expect(said(above?.why)).toBe(
      "9.9.9.9/32 (a.rsc:5) leads to 9.9.9.9, but its scope is 21, above this route's target-scope 20.",
    );
  });

  it('v7: a scope that is not above its own target-scope counts one more; v6: as it stands', () => {
    const text = `/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=10 target-scope=10
/ip route add gateway=9.9.9.9 target-scope=10`;
    expect(said(rib(text).routes[1]?.why)).toContain('RouterOS 7 counts its scope 10 as 11');
    expect(v6(text).routes[1]?.active).toBe(true);
    // Above its own target-scope it stays as it is.
    const higher = text.replace('scope=10 target-scope=10', 'scope=12 target-scope=10');
    expect(rib(higher.replace(/10$/, '11')).routes[1]?.active).toBe(false);
    expect(rib(higher.replace(/10$/, '12')).routes[1]?.active).toBe(true);
  });

  it('that only a default route leads to → no route is named', () => {
    const found = rib('/ip route add dst-address=8.0.0.0/8 gateway=9.9.9.9\n/ip route add gateway=10.1.0.1');
    expect(gateway(found)).toBe(
      'unresolved: 9.9.9.9 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });

  it('that a blackhole swallows → said so', () => {
    const found = rib(`/ip route add gateway=9.9.9.9 target-scope=30
/ip route add dst-address=9.0.0.0/8 blackhole scope=10`);
    expect(gateway(found)).toBe('unresolved: The only route to 9.9.9.9 is the blackhole route 9.0.0.0/8.');
  });

  it('as an interface that is not there, is down, runs → its state', () => {
    const route = '/ip route add gateway=ether1';
    expect(gateway(rib(route))).toBe('reachable: ether1 is running.');
    expect(gateway(rib(route, { down: ['ether1'] }))).toBe('interface-down: ether1 is not running.');
    const seen = { interfaces: {}, leases: {}, unreachable: [] };
    expect(gateway(rib(route, { seen }))).toBe('unresolved: There is no interface ether1.');
  });

  it('a chain of four routes, written from the far end → all of them resolve', () => {
    const chain = [4, 3, 2, 1].map(
      n =>
        `/ip route add dst-address=9.0.0.${n}/32 gateway=9.0.0.${n - 1} scope=${10 + n} target-scope=${9 + n}`,
    );
    const text = chain.join('\n').replace('9.0.0.0 ', '10.1.0.1 ');
    const { routes } = v6(text);
    expect(routes.slice(0, 4).map(({ gateways }) => gateways[0]?.nextHops)).toEqual(
      chain.map(() => [{ address: '10.1.0.1', interface: 'ether1' }]),
    );
  });
});

describe('routes in tables of a VRF', () => {
  const vrf = '/ip vrf add name=blue interfaces=ether1\n';

  it('without a named table → the gateway is looked up in the VRF, and its text stays as written', () => {
    const found = rib(`${vrf}/ip route add gateway=10.1.0.1 routing-table=blue`);
    expect(first(found)).toMatchObject({ active: true, table: 'blue' });
    expect(first(found).gateways[0]?.text).toBe('10.1.0.1');
    expect(first(rib(`${vrf}/ip route add gateway=10.2.0.1 routing-table=blue`)).active).toBe(false);
    expect(first(rib(`${vrf}/ip route add gateway=10.2.0.1@main routing-table=blue`)).active).toBe(true);
  });

  it('v7: a table that is disabled → there is none', () => {
    const found = ribOf(
      read(
        '/ip address add address=10.1.0.2/24 interface=ether1\n/routing table add name=t fib disabled=yes\n/ip route add gateway=10.1.0.1 routing-table=t',
      ),
    );
    expect(said(first(found).why)).toBe('There is no routing table t.');
  });
});
