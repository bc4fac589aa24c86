import { describe, expect, it } from 'vitest';
import type { Router } from '../model/index.ts';
import { readRouterOs } from '../rsc/index.ts';
import {
  assumeWorld,
  computeRib,
  type KnownWorld,
  type Lease,
  type LeaseRoutes,
  printRoutes,
  type Rib,
  type RibRoute,
  routeTable,
  whyText,
} from './index.ts';

const read = (text: string, version: '6.49' | '7.21' = '7.21'): Router =>
  readRouterOs(`# by RouterOS ${version}\n${text}`, { file: 'a.rsc' }).router;

const ribOf = (router: Router, known: KnownWorld = {}, leaseRoutes: LeaseRoutes = {}): Rib =>
  computeRib(router, assumeWorld(router, known).world, { leaseRoutes });

const links = `/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.2.0.2/24 interface=ether2
/routing table add name=t2 fib
`;
const rib = (routes: string, known?: KnownWorld): Rib => ribOf(read(links + routes), known);
const v6 = (routes: string, known?: KnownWorld): Rib =>
  ribOf(read(links.replace(/\/routing.*\n/, '') + routes, '6.49'), known);

const first = ({ routes }: Rib): RibRoute => {
  const [route] = routes;
  if (!route) throw new Error('no route');
  return route;
};
const said = (why: RibRoute['why']): string => (why ? whyText(why, 'en') : '');
/** `state why` of the first gateway of the first route. */
const gateway = (found: Rib): string => {
  const one = first(found).gateways[0];
  return one ? `${one.state}: ${said(one.why)}` : 'none';
};
const keys = ({ checks }: Rib): string[] => checks.map(({ key }) => key);
const actives = ({ routes }: Rib): string[] =>
  routes
    .filter(({ active, source }) => active && source !== 'connect')
    .map(
      ({ gateways, type, destination }) =>
        `${destination} ${gateways.map(({ text }) => text).join() || type}`,
    );

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

describe('why a route is not active', () => {
  const canary = (more = '') =>
    `/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=10${more}\n/ip route add gateway=9.9.9.9 target-scope=11`;

  it('its host route is disabled → that it is, not where its gateway lies', () => {
    expect(said(rib(canary(' disabled=yes')).routes[1]?.why)).toMatch(
      /scope 11 or less leads to it\. Its host route \(a\.rsc:5\) is down: It is disabled\.$/,
    );
  });

  it('its host route stands → the gateway alone', () => {
    const silent = { unreachable: ['ping 9.9.9.9%ether1'] };
    expect(said(rib(`${canary()} check-gateway=ping`, silent).routes[1]?.why)).toBe(
      '9.9.9.9 does not answer ping (check-gateway).',
    );
  });

  it('only the route itself would lead to its gateway → the gateway alone', () => {
    expect(said(first(rib('/ip route add dst-address=9.0.0.0/8 gateway=9.9.9.9')).why)).toBe(
      '9.9.9.9 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });

  it('its gateway is an address of our own on a link that is down → the router itself', () => {
    expect(said(first(rib('/ip route add gateway=10.1.0.2', { down: ['ether1'] })).why)).toBe(
      '10.1.0.2 is this router itself.',
    );
  });

  it('another is nearer, by one → its distance and place', () => {
    const found = rib('/ip route add gateway=10.1.0.1 distance=3\n/ip route add gateway=10.2.0.1 distance=2');
    expect(said(first(found).why)).toBe('Distance 3: 10.2.0.1 (a.rsc:6) has distance 2.');
    expect(found.routes[1]?.why).toBeUndefined();
  });

  it('two gateways that both fail → one sentence for each', () => {
    const found = v6('/ip route add gateway=10.1.0.1,8.8.8.8', { down: ['ether1'] });
    expect(said(first(found).why)).toBe(
      'ether1 is not running. 8.8.8.8 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });
});

describe('routes of one prefix', () => {
  it('v7: equal distances → all, the nearest alone; blackholes never join', () => {
    const two = '/ip route add gateway=10.1.0.1\n/ip route add gateway=10.2.0.1';
    expect(
      rib(two)
        .routes.slice(0, 2)
        .map(({ ecmp }) => ecmp),
    ).toEqual([true, true]);
    expect(
      rib(`${two} distance=2`)
        .routes.slice(0, 2)
        .map(({ active, ecmp }) => [active, ecmp]),
    ).toEqual([
      [true, false],
      [false, false],
    ]);
    const hole =
      '/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1\n/ip route add dst-address=9.0.0.0/8 blackhole';
    expect(actives(rib(hole))).toEqual(['9.0.0.0/8 10.1.0.1']);
    expect(actives(rib(hole.split('\n').reverse().join('\n')))).toEqual(['9.0.0.0/8 blackhole']);
  });

  it('the same prefix in two tables → both are active, neither balances', () => {
    const found = rib('/ip route add gateway=10.1.0.1\n/ip route add gateway=10.2.0.1 routing-table=t2');
    expect(found.routes.slice(0, 2).map(({ active, ecmp }) => [active, ecmp])).toEqual([
      [true, false],
      [true, false],
    ]);
  });

  it('two ports in one network → they balance among themselves, a static route of distance 0 beside them does not', () => {
    const { routes } = ribOf(
      read(`/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.1.0.3/24 interface=ether2
/ip route add dst-address=10.1.0.0/24 gateway=ether3 distance=0
/interface ethernet set [find default-name=ether3] name=ether3`),
    );
    const group = routes.filter(({ destination }) => destination === '10.1.0.0/24');
    expect(group.filter(({ source, active }) => source === 'connect' && active)).toHaveLength(2);
    expect(group.find(({ source }) => source === 'static')?.active).toBe(false);
  });

  it('v6: one route with two gateways balances while both live', () => {
    const list = '/ip route add gateway=10.1.0.1,10.2.0.1';
    expect(first(v6(list))).toMatchObject({ active: true, ecmp: true });
    expect(first(v6(list, { down: ['ether2'] }))).toMatchObject({ active: true, ecmp: false });
    expect(first(v6(list, { down: ['ether1', 'ether2'] }))).toMatchObject({ active: false, ecmp: false });
  });
});

describe('checks', () => {
  const silent = (...unreachable: string[]) => ({ unreachable });

  it('v6: of a disabled route → holds for no other; of an enabled one → for all with that gateway', () => {
    const pair = (more: string) =>
      `/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=ping${more}\n/ip route add gateway=10.1.0.1`;
    expect(keys(v6(pair('')))).toEqual(['ping 10.1.0.1']);
    expect(
      v6(pair(''), silent('ping 10.1.0.1'))
        .routes.slice(0, 2)
        .map(({ active }) => active),
    ).toEqual([...[false, false]]);
    expect(keys(v6(pair(' disabled=yes')))).toEqual([]);
  });

  it('v6: two methods for one gateway → the first written', () => {
    const found = v6(`/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=arp
/ip route add gateway=10.1.0.1 check-gateway=ping`);
    expect(keys(found)).toEqual(['arp 10.1.0.1']);
    expect(found.routes.slice(0, 2).map(({ gateways }) => gateways[0]?.check)).toEqual([
      ...['arp 10.1.0.1', 'arp 10.1.0.1'],
    ]);
  });

  it('v7: two methods for one gateway → each its own; one method on two routes → one check', () => {
    const two = (method: string) => `/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1 check-gateway=arp
/ip route add gateway=10.1.0.1 check-gateway=${method}`;
    expect(keys(rib(two('ping')))).toEqual(['arp 10.1.0.1%ether1', 'ping 10.1.0.1%ether1']);
    expect(keys(rib(two('arp')))).toEqual(['arp 10.1.0.1%ether1']);
  });

  it('of a disabled route, of a gateway that does not resolve → none', () => {
    expect(keys(rib('/ip route add gateway=10.1.0.1 check-gateway=ping disabled=yes'))).toEqual([]);
    expect(keys(rib('/ip route add gateway=9.9.9.9 check-gateway=ping'))).toEqual([]);
    expect(keys(rib('/ip route add gateway=10.1.0.1 check-gateway=ping', { down: ['ether1'] }))).toEqual([]);
  });

  it('a gateway that answers → its own reason; that is silent → the check', () => {
    const route = '/ip route add gateway=10.1.0.1 check-gateway=ping';
    expect(gateway(rib(route))).toBe('reachable: 10.1.0.1 is on the network of ether1.');
    expect(gateway(rib(route, silent('ping 10.1.0.1%ether1')))).toBe(
      'unreachable: 10.1.0.1 does not answer ping (check-gateway).',
    );
    expect(gateway(rib(route, silent('arp 10.1.0.1%ether1')))).toMatch(/^reachable/);
  });
});

describe('target-scope of v6', () => {
  const pair = (more: string) => `/ip route add dst-address=8.0.0.0/8 gateway=9.9.9.9 target-scope=10${more}
/ip route add dst-address=7.0.0.0/8 gateway=9.9.9.9 target-scope=20
/ip route add dst-address=9.9.9.9/32 gateway=10.1.0.1 scope=20`;

  it('of a disabled route → counts for no other', () => {
    expect(v6(pair('')).routes[1]?.active).toBe(false);
    expect(v6(pair(' disabled=yes')).routes[1]?.active).toBe(true);
  });
});

describe('routes that come with a lease', () => {
  const lease = (more: Partial<Lease> = {}): Lease => ({
    ...{ interface: 'ether3', address: { address: '10.3.0.2', length: 24 }, gateway: '10.3.0.1' },
    ...{ dns: [], leaseTime: 1, ...more },
  });
  const dynamic = (client: string, given: Lease = lease()) =>
    ribOf(read(`/ip dhcp-client add interface=ether3 ${client}`), { leases: [given] })
      .routes.filter(({ source }) => source === 'dhcp')
      .map(({ destination, table, distance, gateways }) =>
        [destination, table, distance, gateways[0]?.text, gateways[0]?.nextHops[0]?.address].join(' '),
      );
  const routes = [
    { destination: '10.9.0.0/16', gateway: '10.3.0.9' },
    { destination: '10.8.0.0/16', gateway: '0.0.0.0' },
  ] as const;

  it('the default route by the gateway, at the distance of the client', () => {
    expect(dynamic('')).toEqual(['0.0.0.0/0 main 1 10.3.0.1 10.3.0.1']);
    expect(dynamic('default-route-distance=7')).toEqual(['0.0.0.0/0 main 7 10.3.0.1 10.3.0.1']);
    expect(dynamic('disabled=yes')).toEqual([]);
    expect(dynamic('add-default-route=no')).toEqual([]);
    expect(dynamic('', lease({ gateway: undefined }))).toEqual([]);
  });

  it('routes that the lease lists → in its place; with special-classless beside it', () => {
    const listed = ['10.9.0.0/16 main 1 10.3.0.9 10.3.0.9', '10.8.0.0/16 main 1 ether3 '];
    expect(dynamic('', lease({ routes }))).toEqual(listed);
    expect(dynamic('add-default-route=special-classless', lease({ routes }))).toEqual([
      ...listed,
      '0.0.0.0/0 main 1 10.3.0.1 10.3.0.1',
    ]);
    expect(dynamic('add-default-route=special-classless', lease({ routes, gateway: undefined }))).toEqual(
      listed,
    );
    expect(dynamic('add-default-route=no', lease({ routes }))).toEqual([]);
    expect(dynamic('', lease({ routes: [] }))).toEqual(['0.0.0.0/0 main 1 10.3.0.1 10.3.0.1']);
  });
});

describe('static routes that follow a lease', () => {
  const lease: Lease = {
    ...{ interface: 'ether3', address: { address: '10.3.0.2', length: 24 }, gateway: '10.3.0.9' },
    ...{ dns: [], leaseTime: 1 },
  };
  const text = '/ip dhcp-client add interface=ether3 add-default-route=no\n/ip route add gateway=10.3.0.1';
  const via = (comment: string, follow: LeaseRoutes, leases = [lease]) =>
    first(ribOf(read(`${text}${comment}`), { leases, leasesKnown: true }, follow)).gateways[0]?.text;

  it('the comment that the script names → the gateway of the lease; any other, or no lease → as written', () => {
    expect(via(' comment=isp3', { ether3: ['isp3'] })).toBe('10.3.0.9');
    expect(via(' comment=isp3', { ether3: ['other', 'isp3'] })).toBe('10.3.0.9');
    expect(via(' comment=isp3', { ether3: ['other'] })).toBe('10.3.0.1');
    expect(via(' comment=isp3', { ether3: ['isp3'] }, [])).toBe('10.3.0.1');
    expect(via('', { ether3: [''] })).toBe('10.3.0.1');
  });
});

describe('connected networks', () => {
  const connected = (text: string, known?: KnownWorld) =>
    ribOf(read(text), known)
      .routes.filter(({ source }) => source === 'connect')
      .map(({ destination, table, prefSrc, origin }) => [
        destination,
        table,
        prefSrc,
        origin.span.start.line,
      ]);

  it('an address of the text, a lease → with the statement it comes from', () => {
    const lease = {
      interface: 'ether3',
      address: { address: '10.3.0.2', length: 24 },
      dns: [],
      leaseTime: 1,
    } as const;
    expect(
      connected(
        `/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.1.0.2/30 interface=ether2
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether3 disabled=yes
/ip dhcp-client add interface=ether3`,
        { leases: [lease], leasesKnown: true },
      ),
    ).toEqual([
      ['10.1.0.0/24', 'main', '10.1.0.2', 2],
      ['10.1.0.0/30', 'main', '10.1.0.2', 3],
      ['10.3.0.0/24', 'main', '10.3.0.2', 6],
    ]);
  });

  it('an interface of a VRF → in its table', () => {
    const vrf =
      '/ip vrf add name=blue interfaces=ether1\n/ip address add address=10.1.0.2/24 interface=ether1';
    expect(connected(vrf)).toEqual([['10.1.0.0/24', 'blue', '10.1.0.2', 3]]);
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

describe('the list of routes', () => {
  it('v6: several gateways, one silent, a disabled route, discarding ones → a cell and flags for each', () => {
    const found = v6(
      `/ip route add gateway=10.1.0.1,10.2.0.1 check-gateway=ping pref-src=10.1.0.2
/ip route add dst-address=9.0.0.0/8 gateway=10.1.0.1,10.2.0.1 disabled=yes
/ip route add dst-address=8.0.0.0/8 type=unreachable
/ip route add dst-address=7.0.0.0/8 type=prohibit
/ip route add dst-address=6.0.0.0/8 gateway=ether1 routing-mark=m`,
      { unreachable: ['ping 10.2.0.1'] },
    );
    expect(routeTable(found, { dialect: 'v6' }).rows.slice(0, 5)).toEqual([
      ['AS', '0.0.0.0/0', '10.1.0.1 reachable ether1, 10.2.0.1 unreachable', '1', '', '10.1.0.2'],
      ['XS', '9.0.0.0/8', '10.1.0.1,10.2.0.1', '1', '', ''],
      ['ASU', '8.0.0.0/8', 'unreachable', '1', '', ''],
      ['ASP', '7.0.0.0/8', 'prohibit', '1', '', ''],
      ['AS', '6.0.0.0/8', 'ether1 reachable', '1', 'm', ''],
    ]);
    expect(printRoutes(found, { dialect: 'v6' }, 'en')).toMatch(
      /\n\nNot active:\n {2}9\.0\.0\.0\/8 via 10\.1\.0\.1, 10\.2\.0\.1 \(a\.rsc:5\): It is disabled\.\n$/,
    );
  });

  it('v7: a discarding route that lost, a table by name → said with its kind and table', () => {
    const found = rib(`/ip route add dst-address=9.0.0.0/8 blackhole disabled=yes routing-table=t2`);
    expect(routeTable(found, { dialect: 'v7' }).rows[0]?.[4]).toBe('t2');
    expect(routeTable(found, { dialect: 'v7' }).rows[1]?.[4]).toBe('main');
    expect(printRoutes(found, { dialect: 'v7' }, 'en')).toContain(
      '\n  9.0.0.0/8 via blackhole in t2 (a.rsc:5): It is disabled.\n',
    );
  });

  it('every route is active → nothing under the list', () => {
    const text = printRoutes(rib('/ip route add gateway=10.1.0.1'), { dialect: 'v7' }, 'en');
    expect(text).not.toContain('Not active');
    expect(text.trimEnd().split('\n')).toHaveLength(4);
  });
});
