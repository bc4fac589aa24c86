import { describe, expect, it } from 'vitest';
import { assumeWorld, type Fault, type Lease, type World } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { type Observed, type Settled, settle, settleOn, settleWell } from './index.ts';

const office = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
/ip route
add gateway=203.0.113.1 comment=A
add gateway=198.51.100.1 distance=9 comment=B
add dst-address=9.9.9.9/32 gateway=203.0.113.1 comment=probe
`;

const routerOf = (more: string) =>
  readRouterOs(`${office}${more}\n`, { file: 'x.rsc', dialect: 'v7' }).router;

/** Comments of the routes that are enabled, those of probes left out. */
const routes = ({ router }: Pick<Settled, 'router'>): string =>
  router.routes
    .flatMap(({ disabled, comment }) => (disabled || comment === 'probe' ? [] : [comment]))
    .join('');

const off = '/ip route disable [find comment=A]';

describe('our Linux program', () => {
  const upstream: readonly Fault[] = [{ interface: 'ether1', kind: 'upstream' }];
  const after = (more: string, engine: 'linux' | 'routeros') => {
    const router = routerOf(more);
    return settle(router, assumeWorld(router).world, upstream, { engine });
  };

  it('netwatch → its scripts run as on RouterOS; a type that is not asked by → not', () => {
    const netwatch = (more: string) => `/tool netwatch\nadd host=9.9.9.9 ${more} down-script="${off}"`;
    for (const type of ['', 'type=icmp', 'type=tcp-conn'])
      expect([type, routes(after(netwatch(type), 'linux'))]).toEqual([type, 'B']);
    expect(routes(after(netwatch('type=http-get'), 'linux'))).toBe('AB');
    expect(routes(after(netwatch('type=http-get'), 'routeros'))).toBe('B');
  });

  it('a statement that is not certain → nothing of its script; RouterOS does the rest', () => {
    const more = `/tool netwatch\nadd host=9.9.9.9 down-script="${off}; /ip route disable [find comment=\\$x]"`;
    const [linux, other] = [after(more, 'linux'), after(more, 'routeros')];
    expect([routes(linux), routes(other)]).toEqual(['AB', 'B']);
    expect([linux, other].map(({ points }) => points.map(({ kind }) => kind))).toEqual([
      ['script'],
      ['script'],
    ]);
    expect(linux.happened.at(-1)).toMatchObject({ isChange: false, open: [{ line: 9 }] });
  });
});

describe('what a gateway observes', () => {
  const nothing: Observed = { found: {}, due: [] };
  const start = (more: string, world?: World) => {
    const router = routerOf(more);
    const known = world ?? assumeWorld(router).world;
    const options = (observed: Partial<Observed>) =>
      ({ engine: 'linux', observed: { ...nothing, ...observed } }) as const;
    const first = settleWell(router, known, options({}));
    const next = (before: Settled, observed: Partial<Observed>, now: World = known) =>
      settleOn(before, now, options(observed));
    return { router, first, next, world: known };
  };
  const ran = ({ happened }: Settled): string[] =>
    happened.map(({ script: { property, given } }) => `${property}${given['bound'] ?? ''}`);

  it('a host is found up, down, and down again → each change runs its script once', () => {
    const { router, first, next } = start(
      `/tool netwatch\nadd host=9.9.9.9 down-script="${off}" up-script="/ip route enable [find comment=A]"`,
    );
    const id = router.netwatch[0]?.id ?? '';
    expect([routes(first), ran(first)]).toEqual(['AB', []]);
    const up = next(first, { found: { [id]: 'up' } });
    expect([routes(up), ran(up)]).toEqual(['AB', ['up-script']]);
    const down = next(up, { found: { [id]: 'down' } });
    expect([routes(down), ran(down)]).toEqual(['B', ['down-script']]);
    const still = next(down, { found: { [id]: 'down' } });
    expect([routes(still), ran(still)]).toEqual(['B', []]);
  });

  it('a script of the scheduler → when its time has come, and only then', () => {
    const { router, first, next } = start(`/system scheduler\nadd name=s interval=1m on-event="${off}"`);
    const due = router.plain.filter(({ menu }) => menu === '/system scheduler').map(({ id }) => id);
    expect(routes(first)).toBe('AB');
    expect(routes(next(first, {}))).toBe('AB');
    expect(routes(next(first, { due }))).toBe('B');
  });

  it('another lease without losing the one before → its script runs for both ends', () => {
    const lease = (gateway: '10.3.0.1' | '10.3.0.9'): Lease => ({
      ...{ interface: 'ether3', address: { address: '10.3.0.2', length: 24 }, gateway },
      ...{ dns: [], leaseTime: 3_600_000 },
    });
    const more =
      '/ip dhcp-client\nadd interface=ether3 add-default-route=no script=":if (\\$bound=1) do={ /ip route add gateway=\\$\\"gateway-address\\" comment=L } else={ /ip route remove [find comment=L] }"';
    const base = assumeWorld(routerOf(more), { leases: [lease('10.3.0.1')] }).world;
    const { first, next } = start(more, base);
    const gateways = ({ router }: Settled) =>
      router.routes.filter(({ comment }) => comment === 'L').map(({ gateways: [one] }) => one?.address);
    expect([gateways(first), ran(first)]).toEqual([['10.3.0.1'], ['script1']]);
    const moved = next(first, {}, { ...base, leases: { ether3: lease('10.3.0.9') } });
    expect([gateways(moved), ran(moved)]).toEqual([['10.3.0.9'], ['script0', 'script1']]);
    const lost = next(moved, {}, { ...base, leases: {} });
    expect([gateways(lost), ran(lost)]).toEqual([[], ['script0']]);
  });

  it('a client that a script enables → no lease is made up for it', () => {
    const { first, world } = start(
      '/ip dhcp-client\nadd interface=ether3 disabled=yes\n/system scheduler\nadd name=s start-time=startup on-event="/ip dhcp-client enable [find]"',
    );
    expect(first.router.dhcpClients.map(({ disabled }) => disabled)).toEqual([false]);
    expect([Object.keys(world.leases), Object.keys(first.world.leases)]).toEqual([[], []]);
  });
});
