import { describe, expect, it } from 'vitest';
import { assumeWorld, type Fault } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { type Settled, settle } from '../../src/walk/index.ts';
import { caseText, proofOf, readCase } from './read.ts';

const dead = (name: string, kind: Fault['kind'] = 'upstream'): Fault => ({ interface: name, kind });

/** How the text comes to rest, in the world that is assumed for it. */
function settledText(
  text: string,
  faults: readonly Fault[] = [],
  assume: Record<string, string> = {},
): Settled {
  const { router } = readRouterOs(text, { file: 'x.rsc' });
  return settle(router, assumeWorld(router).world, faults, { assume });
}

const settledCase = (file: string, ...faults: Fault[]): Settled => settledText(caseText(file), faults);

/** Static routes: gateway, distance, and the line that made them. */
const routesOf = ({ router }: Settled): string[] =>
  router.routes.map(
    ({ gateways: [gateway], distance, origin }) =>
      `${gateway?.address ?? gateway?.interface ?? 'none'} ${distance} line ${origin.span.start.line}`,
  );

const active = ({ rib }: Settled): string[] =>
  rib.routes
    .filter(one => one.active && one.destination === '0.0.0.0/0')
    .map(({ gateways: [gateway] }) => gateway?.text ?? '');

describe('loops of the text', () => {
  it('for-loop-builds-nat.rsc: addresses, NAT and routes of a loop → each at its line, and no leak', () => {
    const { router } = readCase('for-loop-builds-nat.rsc');
    const places = [router.addresses.slice(1), router.firewall.ipv4.nat, router.routes].map(items =>
      items.map(({ origin }) => origin.span.start.line),
    );
    expect(places).toEqual([
      [8, 8],
      [9, 9],
      [10, 10],
    ]);
    expect(router.routes.map(({ gateways: [gateway], distance }) => [gateway?.address, distance])).toEqual([
      ['10.10.1.1', 1],
      ['10.10.2.1', 2],
    ]);
    // The gateways are checked, what lies behind them is not: true of the text, and nothing leaks.
    expect(
      proofOf('for-loop-builds-nat.rsc').violations.map(one => [one.invariant, one.fault?.kind]),
    ).toEqual([['lan-reaches-internet', 'upstream']]);
    const { counts } = readRouterOs(caseText('for-loop-builds-nat.rsc'), { file: 'x.rsc' });
    expect(counts).toMatchObject({ statements: 7, modelled: 7, notEvaluated: 0 });
  });
});

describe('netwatch', () => {
  const lost = (file: string) =>
    proofOf(file).violations.filter(
      one => one.invariant === 'lan-reaches-internet' && one.breach.kind !== 'pinned',
    );

  it('probe of a pinned host, by the name of a script → its scripts switch, and nothing is lost', () => {
    expect(active(settledCase('netwatch-not-pinned.fixed.rsc'))).toEqual(['198.51.100.5']);
    const ill = settledCase('netwatch-not-pinned.fixed.rsc', dead('ether1'));
    expect(active(ill)).toEqual(['203.0.113.5']);
    expect([ill.flapping, ill.points]).toEqual([undefined, []]);
    expect(lost('netwatch-not-pinned.fixed.rsc')).toEqual([]);
  });

  it('probe that follows the default route which its scripts change → flaps, and packets are lost', () => {
    const ill = settledCase('netwatch-not-pinned.rsc', dead('ether1'));
    expect(ill.flapping?.probes.map(({ host }) => host)).toEqual(['1.0.0.1']);
    expect(new Set(ill.flapping?.phases.map(phase => active({ ...ill, ...phase })[0]))).toEqual(
      new Set(['198.51.100.5', '203.0.113.5']),
    );
    expect(lost('netwatch-not-pinned.rsc').map(one => [one.fault?.interface, one.fault?.kind])).toEqual([
      ['ether1', 'gateway'],
    ]);
    expect(proofOf('netwatch-not-pinned.rsc').events.map(({ kind, line }) => [kind, line])).toEqual([
      ['flapping', 21],
    ]);
  });

  it('the other line dies → nothing happens', () => {
    expect(active(settledCase('netwatch-not-pinned.fixed.rsc', dead('ether2')))).toEqual(['198.51.100.5']);
  });

  it('an input chain that drops the answer → the probe is down', () => {
    const text = caseText('netwatch-not-pinned.fixed.rsc').replace(
      'add action=accept chain=input connection-state=established,related\n',
      '',
    );
    expect(active(settledText(text))).toEqual(['203.0.113.5']);
  });

  it('a host that is a name → the answer depends on what it finds', () => {
    const text = caseText('netwatch-not-pinned.rsc').replace('host=1.0.0.1', 'host=example.com');
    expect(settledText(text).points.map(({ id }) => id)).toEqual(['netwatch@x.rsc:21']);
  });
});

describe('scripts of leases and lines', () => {
  it("dhcp-script.rsc: the manual's lease script → adds its route at its own line, and all holds", () => {
    expect(routesOf(settledCase('dhcp-script.rsc'))).toEqual(['10.10.10.1 1 line 9']);
    expect(routesOf(settledCase('dhcp-script.rsc', dead('ether1', 'unplugged')))).toEqual([]);
    expect(proofOf('dhcp-script.rsc').verdict).toBe('holds');
  });

  it('ppp-on-up.rsc: on-up in braces → route and list; on-down → the route is gone', () => {
    const { router } = settledCase('ppp-on-up.rsc');
    expect(routesOf(settledCase('ppp-on-up.rsc'))).toEqual(['100.64.0.1 3 line 6']);
    expect(router.addressLists.map(({ list, address }) => [list, address])).toEqual([
      ['own', { kind: 'prefix', prefix: '100.64.0.2/32' }],
    ]);
    expect(routesOf(settledCase('ppp-on-up.rsc', dead('pppoe-a', 'unplugged')))).toEqual([]);
  });
});

describe('what is not certain', () => {
  const clock = (script: string, more = ''): string =>
    `/ip address add address=10.1.1.2/24 interface=ether1\n/ip route add gateway=10.1.1.1 comment=A\n/system scheduler add name=s on-event="${script}" ${more}`;

  it('a condition that only a router knows → a point at its line; an answer to it → carried out', () => {
    const text = clock(
      ':if ([/ping 8.8.8.8 count=3] = 0) do={ /ip route disable [find comment=A] }',
      'start-time=startup',
    );
    const { points, router } = settledText(text);
    expect(points.map(({ id, settle: by }) => [id, by])).toEqual([
      ['script@x.rsc:3', ['--assume script@3=yes', '--assume script@3=no']],
    ]);
    expect(router.routes[0]?.disabled).toBe(false);
    const answered = settledText(text, [], { 'script@3': 'yes' });
    expect([answered.points, answered.router.routes[0]?.disabled]).toEqual([[], true]);
  });

  it('a script that runs at its hour and would change something → a point; one that only writes to the log → none', () => {
    expect(
      settledText(clock('/ip route disable [find comment=A]', 'start-time=22:00:00 interval=1d')).points,
    ).toMatchObject([{ kind: 'scheduler', line: 3 }]);
    expect(settledText(clock(':log info x', 'interval=1m')).points).toEqual([]);
    expect(settledText(clock('/ip route disable [find comment=B]', 'interval=1m')).points).toEqual([]);
  });

  it('a script that runs every minute → carried out where it is certain, else one point with its answers', () => {
    const often = (script: string) => clock(script, 'interval=1m');
    expect(settledText(often('/ip route disable [find comment=A]')).router.routes[0]?.disabled).toBe(true);
    const polls = often(':if ([/ping 8.8.8.8 count=3] = 0) do={ /ip route disable [find comment=A] }');
    expect(settledText(polls).points.map(({ kind, line }) => [kind, line])).toEqual([['script', 3]]);
    const answered = settledText(polls, [], { 'script@3': 'yes' });
    expect([answered.points, answered.router.routes[0]?.disabled]).toEqual([[], true]);
  });

  it('at startup → carried out', () => {
    const { router, points } = settledText(clock('/ip route disable [find comment=A]', 'start-time=startup'));
    expect([router.routes[0]?.disabled, points]).toEqual([true, []]);
  });
});

describe('what parse counts', () => {
  const counts = (text: string) => readRouterOs(text, { file: 'x.rsc' }).counts;

  it.each(['netwatch-not-pinned.rsc', 'dhcp-script.rsc', 'ppp-on-up.rsc'])(
    '%s: certain scripts → modelled',
    file => {
      expect(counts(caseText(file))).toMatchObject({ notEvaluated: 0, heldScripts: 0 });
    },
  );

  it.each([
    [
      'a condition that only a router knows',
      '/tool netwatch add host=1.1.1.1 down-script=":if ([/ping 8.8.8.8 count=1] = 0) do={ /ip route disable 0 }"',
    ],
    [
      'a scheduler that runs at its hour',
      '/system scheduler add name=a interval=1d on-event="/interface disable ether1"',
    ],
    ['a stored script that nothing runs', '/system script add name=a source="/ip route remove [find]"'],
    [
      'a script for the leases of others',
      '/ip dhcp-server add interface=ether3 name=d lease-script="/ip firewall address-list add list=a address=\\$leaseActIP"',
    ],
  ])('%s → not evaluated, and said', (_, text) => {
    const { counts: found, diagnostics } = readRouterOs(text, { file: 'x.rsc' });
    expect(found).toMatchObject({ statements: 1, modelled: 0, notEvaluated: 1, heldScripts: 1 });
    expect(diagnostics.map(({ id, severity }) => [id, severity])).toContainEqual([
      'rsc/script-not-evaluated',
      'info',
    ]);
  });

  it('scripts that only write to the log or send mail → modelled: they change nothing', () => {
    const text =
      '/tool netwatch add host=1.1.1.1 up-script=":log info up" down-script="/tool e-mail send to=a@b.c subject=down"';
    expect(counts(text)).toMatchObject({ modelled: 1, notEvaluated: 0 });
  });
});
