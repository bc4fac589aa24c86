import { describe, expect, it } from 'vitest';
import {
  type DhcpClient,
  makeDhcpClient,
  makeIpAddress,
  makeRoute,
  makeRouter,
  makeRoutingTable,
  type Route,
  type Router,
} from '../model/index.ts';
import { type Ipv4, isDefault, parseIpv4Interface } from '../net/index.ts';
import { computeRib, type Lease, type Rib, settledWorld, type Why, type World, whyText } from './index.ts';

const at = (text: string) => parseIpv4Interface(text) ?? { address: '0.0.0.0', length: 0 };
const lease = (name: string, address: string, gateway: Ipv4): Lease => ({
  interface: name,
  address: at(address),
  gateway,
  dns: [],
  leaseTime: 3_600_000,
});

interface Bench {
  readonly down?: readonly string[];
  readonly unreachable?: readonly string[];
  readonly leases?: readonly Lease[];
}

const bothLeases = [
  lease('ether1', '10.10.10.254/24', '10.10.10.1'),
  lease('ether2', '20.20.20.254/24', '20.20.20.1'),
];

function worldOf({ down = [], unreachable = [], leases = bothLeases }: Bench): World {
  const names = ['ether1', 'ether2', 'ether4'];
  return {
    interfaces: Object.fromEntries(
      names.map(name => [name, { name, running: !down.includes(name), addresses: [] }]),
    ),
    leases: Object.fromEntries(leases.map(item => [item.interface, item])),
    unreachable,
  };
}

/** Two DHCP clients, a LAN, and the routes given. */
function routerOf(
  routes: readonly Route[],
  dialect: 'v6' | 'v7' = 'v7',
  client: Partial<DhcpClient> = {},
): Router {
  return makeRouter({
    version: { dialect, text: '', evidence: [] },
    addresses: [makeIpAddress({ address: at('192.168.0.1/24'), interface: 'ether4' })],
    dhcpClients: ['ether1', 'ether2'].map(name =>
      makeDhcpClient({ addDefaultRoute: 'no', ...client, interface: name }),
    ),
    routingTables: [makeRoutingTable({ name: 'to_ISP1' }), makeRoutingTable({ name: 'to_ISP2' })],
    routes,
  });
}

const rib = (router: Router, bench: Bench = {}): Rib =>
  computeRib(router, settledWorld(router, worldOf(bench)));

const via = (address: Ipv4, parts: Partial<Route> = {}): Route =>
  makeRoute({ gateways: [{ address }], ...parts });

/** `table destination gateway…` of the active routes that are not connected ones. */
const active = ({ routes }: Rib): string[] =>
  routes
    .filter(route => route.active && route.source !== 'connect')
    .map(({ table, destination, gateways, type }) =>
      [table, destination, ...(type === 'unicast' ? gateways.map(({ text }) => text) : [type])].join(' '),
    );

const textOf = (why: Why | undefined): string => (why ? whyText(why, 'en') : '');

const reasonOf = ({ routes }: Rib, gateway: string): string =>
  textOf(routes.find(({ gateways }) => gateways.some(({ text }) => text === gateway))?.why);

describe('computeRib', () => {
  it('takes the lowest distance and says why the other lost', () => {
    const found = rib(routerOf([via('20.20.20.1', { distance: 2 }), via('10.10.10.1')]));
    expect(active(found)).toEqual(['main 0.0.0.0/0 10.10.10.1']);
    expect(reasonOf(found, '20.20.20.1')).toBe('Distance 2: 10.10.10.1 has distance 1.');
  });

  it('moves to the next distance when the link is down', () => {
    const router = routerOf([via('10.10.10.1'), via('20.20.20.1', { distance: 2 })]);
    const found = rib(router, { down: ['ether1'] });
    expect(active(found)).toEqual(['main 0.0.0.0/0 20.20.20.1']);
    expect(reasonOf(found, '10.10.10.1')).toBe('ether1 is not running.');
    expect(found.routes.filter(r => r.source === 'connect').map(r => r.active)).toEqual([false, true, true]);
  });

  it('keeps a gateway of no connected network inactive, as the paper has it', () => {
    const found = rib(routerOf([via('10.111.0.1', { table: 'to_ISP1', checkGateway: 'ping' })]));
    expect(active(found)).toEqual([]);
    expect(found.checks).toEqual([]);
    expect(reasonOf(found, '10.111.0.1')).toBe(
      '10.111.0.1 lies in no connected network, and no active route with scope 10 or less leads to it.',
    );
  });

  it('lets an unanswered check take the route out, and goes on checking', () => {
    const router = routerOf([
      via('10.10.10.1', { checkGateway: 'ping' }),
      via('20.20.20.1', { distance: 2, checkGateway: 'ping' }),
    ]);
    const found = rib(router, { unreachable: ['ping 10.10.10.1%ether1'] });
    expect(active(found)).toEqual(['main 0.0.0.0/0 20.20.20.1']);
    expect(reasonOf(found, '10.10.10.1')).toBe('10.10.10.1 does not answer ping (check-gateway).');
    expect(found.checks.map(({ key }) => key)).toEqual(['ping 10.10.10.1%ether1', 'ping 20.20.20.1%ether2']);
    expect(found.checks[0]).toMatchObject({ interval: 10_000, timeout: 1000, count: 2, interface: 'ether1' });
  });

  it('shares a check per gateway address in v6 only', () => {
    const routes = [
      via('10.10.10.1', { checkGateway: 'ping' }),
      via('10.10.10.1', { table: 'to_ISP1', destination: '0.0.0.0/0' }),
    ];
    const v6 = rib(routerOf(routes, 'v6'), { unreachable: ['ping 10.10.10.1'] });
    expect(active(v6)).toEqual([]);
    const v7 = rib(routerOf(routes, 'v7'), { unreachable: ['ping 10.10.10.1%ether1'] });
    expect(active(v7)).toEqual(['to_ISP1 0.0.0.0/0 10.10.10.1']);
  });

  it('shares a target-scope per gateway address in v6 only', () => {
    const routes = [
      via('10.0.0.1', { destination: '10.0.1.0/24', targetScope: 10 }),
      via('10.0.0.1', { destination: '10.0.2.0/24', targetScope: 20 }),
      via('10.10.10.1', { destination: '10.0.0.0/24', scope: 20 }),
    ];
    expect(active(rib(routerOf(routes, 'v6')))).toEqual(['main 10.0.0.0/24 10.10.10.1']);
    expect(active(rib(routerOf(routes, 'v7')))).toEqual([
      'main 10.0.2.0/24 10.0.0.1',
      'main 10.0.0.0/24 10.10.10.1',
    ]);
  });

  it('checks of v7 before 7.21: fixed, with a time-out of 10 s', () => {
    const router = routerOf([via('10.10.10.1', { checkGateway: 'ping' })]);
    const found = rib({ ...router, version: { ...router.version, minor: 20 } });
    expect(found.checks[0]).toMatchObject({ interval: 10_000, timeout: 10_000, count: 2 });
  });

  it('checks at the pace of /routing settings (7.21)', () => {
    const { settings, ...rest } = routerOf([via('10.10.10.1', { checkGateway: 'ping' })]);
    const routing = {
      ...settings.routing,
      checkGatewayInterval: 500,
      checkGatewayTimeout: 200,
      checkGatewayCount: 5,
    };
    const found = rib(makeRouter({ ...rest, settings: { ...settings, routing } }));
    expect(found.checks[0]).toMatchObject({ interval: 500, timeout: 200, count: 5 });
  });

  it('checks with v6 timing where the text is v6', () => {
    const found = rib(routerOf([via('10.10.10.1', { checkGateway: 'arp' })], 'v6'));
    expect(found.checks[0]).toMatchObject({ key: 'arp 10.10.10.1', timeout: 10_000, method: 'arp' });
  });

  it('groups equal distances into ECMP in v7, and takes the first in v6', () => {
    const routes = [via('20.20.20.1'), via('10.10.10.1')];
    expect(active(rib(routerOf(routes)))).toHaveLength(2);
    expect(rib(routerOf(routes)).routes[0]).toMatchObject({ ecmp: true, active: true });
    const v6 = rib(routerOf(routes, 'v6'));
    expect(active(v6)).toEqual(['main 0.0.0.0/0 20.20.20.1']);
    expect(reasonOf(v6, '10.10.10.1')).toBe(
      'Same distance as 20.20.20.1: RouterOS uses one of them, not saying which; taken here: the first.',
    );
  });

  it('keeps a v6 gateway list active while one of its gateways lives', () => {
    const list = makeRoute({
      gateways: [{ address: '10.10.10.1' }, { address: '20.20.20.1' }],
      checkGateway: 'ping',
    });
    const found = rib(routerOf([list], 'v6'), { unreachable: ['ping 20.20.20.1'] });
    expect(found.routes[0]).toMatchObject({ active: true, ecmp: false });
    expect(found.routes[0]?.gateways.map(({ state }) => state)).toEqual(['reachable', 'unreachable']);
  });

  it('leaves disabled routes and tables without fib out', () => {
    const router = makeRouter({
      ...routerOf([
        via('10.10.10.1', { disabled: true }),
        via('10.10.10.1', { table: 'nofib' }),
        via('10.10.10.1', { table: 'missing' }),
      ]),
      routingTables: [makeRoutingTable({ name: 'nofib', fib: false })],
    });
    const found = rib(router);
    expect(active(found)).toEqual([]);
    expect(found.routes.slice(0, 3).map(({ why }) => textOf(why))).toEqual([
      'It is disabled.',
      'Table nofib has no fib: the kernel never looks into it.',
      'There is no routing table missing.',
    ]);
  });

  it('uses a blackhole when nothing better of its prefix is usable', () => {
    const routes = [
      via('10.10.10.1', { destination: '8.8.4.4/32' }),
      makeRoute({ destination: '8.8.4.4/32', type: 'blackhole', distance: 254 }),
    ];
    expect(active(rib(routerOf(routes)))).toEqual(['main 8.8.4.4/32 10.10.10.1']);
    expect(active(rib(routerOf(routes), { down: ['ether1'] }))).toEqual(['main 8.8.4.4/32 blackhole']);
  });

  it('sends interface gateways out of the interface, unchecked', () => {
    const route = makeRoute({ gateways: [{ interface: 'ether2' }], checkGateway: 'ping' });
    const found = rib(routerOf([route]));
    expect(found.routes[0]?.gateways[0]?.nextHops).toEqual([{ interface: 'ether2' }]);
    expect(found.checks).toEqual([]);
    expect(reasonOf(rib(routerOf([route]), { down: ['ether2'] }), 'ether2')).toBe('ether2 is not running.');
  });

  it('keeps address%interface on that interface, whatever networks say', () => {
    const route = makeRoute({ gateways: [{ address: '10.10.10.1', interface: 'ether2' }] });
    expect(rib(routerOf([route])).routes[0]?.gateways[0]).toMatchObject({
      text: '10.10.10.1%ether2',
      nextHops: [{ address: '10.10.10.1', interface: 'ether2' }],
    });
  });

  it('refuses the router itself as gateway', () => {
    expect(reasonOf(rib(routerOf([via('192.168.0.1')])), '192.168.0.1')).toBe(
      '192.168.0.1 is this router itself.',
    );
  });
});

describe('recursive routes', () => {
  const canaries = (scope: number, targetScope: number): Route[] => [
    via('10.10.10.1', { destination: '8.8.4.4/32', scope: 10 }),
    via('20.20.20.1', { destination: '9.9.9.9/32', scope: 10 }),
    via('8.8.4.4', { checkGateway: 'ping', scope, targetScope }),
    via('9.9.9.9', { distance: 2, checkGateway: 'ping', scope, targetScope }),
  ];

  it('resolves canaries with target-scope 11 in v7, checking them through their link', () => {
    const found = rib(routerOf(canaries(30, 11)));
    expect(found.routes[2]).toMatchObject({ active: true });
    expect(found.routes[2]?.gateways[0]).toMatchObject({
      recursive: true,
      nextHops: [{ address: '10.10.10.1', interface: 'ether1' }],
    });
    expect(found.checks.map(({ key }) => key)).toEqual(['ping 8.8.4.4%ether1', 'ping 9.9.9.9%ether2']);
  });

  it('needs 11 in v7, while 10 is enough in v6', () => {
    expect(rib(routerOf(canaries(30, 10))).routes[2]?.active).toBe(false);
    expect(rib(routerOf(canaries(30, 10), 'v6')).routes[2]?.active).toBe(true);
  });

  it('moves when the canary is silent though the link is up', () => {
    const found = rib(routerOf(canaries(30, 11)), { unreachable: ['ping 8.8.4.4%ether1'] });
    expect(active(found)).toContain('main 0.0.0.0/0 9.9.9.9');
  });

  it('explains an unresolved canary by its host route', () => {
    const found = rib(routerOf(canaries(30, 11)), { down: ['ether1'] });
    expect(reasonOf(found, '8.8.4.4')).toBe(
      '8.8.4.4 lies in no connected network, and no active route with scope 11 or less leads to it. ' +
        'Its host route is down: ether1 is not running.',
    );
  });

  it('resolves a gateway in the table it names', () => {
    const routes = [
      via('20.20.20.1', { destination: '9.9.9.9/32', scope: 10, table: 'to_ISP2' }),
      makeRoute({ gateways: [{ address: '9.9.9.9', table: 'to_ISP2' }], targetScope: 11 }),
      makeRoute({ gateways: [{ address: '9.9.9.9' }], targetScope: 11, distance: 2 }),
    ];
    const found = rib(routerOf(routes));
    expect(found.routes.slice(0, 3).map(route => route.active)).toEqual([true, true, false]);
  });

  it('settles where two routes would resolve through each other', () => {
    const routes = [
      via('2.2.2.2', { destination: '1.1.1.1/32', targetScope: 30 }),
      via('1.1.1.1', { destination: '2.2.2.2/32', targetScope: 30 }),
    ];
    expect(active(rib(routerOf(routes, 'v6')))).toEqual([]);
  });
});

describe('DHCP routes', () => {
  it('follow the lease in every table they name, at its distance', () => {
    const router = makeRouter({
      ...routerOf([]),
      dhcpClients: [
        makeDhcpClient({
          interface: 'ether1',
          checkGateway: 'ping',
          defaultRouteTables: [
            { table: 'main', distance: 1 },
            { table: 'to_ISP2', distance: 2 },
          ],
        }),
        makeDhcpClient({ interface: 'ether2', defaultRouteDistance: 5 }),
      ],
    });
    expect(active(rib(router))).toEqual(['main 0.0.0.0/0 10.10.10.1', 'to_ISP2 0.0.0.0/0 10.10.10.1']);
    const moved = rib(router, { leases: [lease('ether1', '10.10.10.77/24', '10.10.10.9')] });
    expect(active(moved)).toEqual(['main 0.0.0.0/0 10.10.10.9', 'to_ISP2 0.0.0.0/0 10.10.10.9']);
    expect(moved.checks.map(({ key }) => key)).toEqual(['ping 10.10.10.9%ether1']);
  });

  it('do not exist without a lease or with add-default-route=no', () => {
    const yes = routerOf([], 'v7', { addDefaultRoute: 'yes' });
    expect(rib(yes, { leases: [] }).routes.filter(({ source }) => source === 'dhcp')).toEqual([]);
    expect(rib(routerOf([])).routes.filter(({ source }) => source === 'dhcp')).toEqual([]);
  });

  it('and static routes of the same distance: one ECMP group in v7, static first in v6, which we say', () => {
    const of = (dialect: 'v6' | 'v7') =>
      rib(routerOf([via('20.20.20.1')], dialect, { addDefaultRoute: 'yes' }));
    const defaults = of('v7').routes.filter(route => isDefault(route.destination));
    expect(defaults.map(({ source, ecmp }) => [source, ecmp])).toEqual([
      ['static', true],
      ['dhcp', true],
      ['dhcp', true],
    ]);
    expect(active(of('v6'))).toEqual(['main 0.0.0.0/0 20.20.20.1']);
    expect(reasonOf(of('v6'), '10.10.10.1')).toContain('static before dhcp');
  });

  it('leave by their own interface where both ISPs give the same gateway', () => {
    const leases = [lease('ether1', '10.0.0.2/24', '10.0.0.1'), lease('ether2', '10.0.0.3/24', '10.0.0.1')];
    const found = rib(routerOf([], 'v7', { addDefaultRoute: 'yes' }), { leases });
    const hops = found.routes.filter(({ source }) => source === 'dhcp').map(r => r.gateways[0]?.nextHops);
    expect(hops.flat()).toEqual([
      { address: '10.0.0.1', interface: 'ether1' },
      { address: '10.0.0.1', interface: 'ether2' },
    ]);
  });

  it('a static route that the lease script names takes the lease gateway', () => {
    const router = routerOf([via('10.10.10.1', { comment: 'canary ISP1', destination: '8.8.4.4/32' })]);
    const leases = [lease('ether1', '10.10.10.254/24', '10.10.10.9')];
    const world = settledWorld(router, worldOf({ leases }));
    const found = computeRib(router, world, { leaseRoutes: { ether1: ['canary ISP1'] } });
    expect(active(found)).toEqual(['main 8.8.4.4/32 10.10.10.9']);
  });
});
