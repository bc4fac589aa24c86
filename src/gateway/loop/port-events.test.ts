import { expect, it } from 'vitest';
import type { KernelEvent, Link } from '../../kernel/index.ts';
import { routeProtocol } from '../../linux/index.ts';
import type { GatewayCheck } from '../../rib/index.ts';
import type { PortEvent } from './port.ts';
import { kernelEvents, leaseEvent, probeEvent, serviceHooks } from './port-events.ts';

const counters = {
  ...{ rxPackets: 0, txPackets: 0, rxBytes: 0, txBytes: 0 },
  ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: 0 },
};

const link = (up: boolean, running: boolean): Link => ({
  ...{ index: 1, name: 'ether1', up, running, kind: '', mtu: 1500, mac: '', alias: '', master: 0 },
  counters,
});

const route = (protocol: number) =>
  ({ table: 254, destination: '0.0.0.0/0', type: 'unicast', nextHops: [], protocol, metric: 0 }) as const;

const reasons = (...events: KernelEvent[]): readonly string[] =>
  kernelEvents({ atMs: 7, events }).map(event => ('reason' in event ? `${event.kind}: ${event.reason}` : ''));

it('kernel: links change → each is a cause that says how, with the time of its reading', () => {
  expect(
    reasons(
      { kind: 'link', deleted: false, link: link(true, true) },
      { kind: 'link', deleted: false, link: link(true, false) },
      { kind: 'link', deleted: false, link: link(false, false) },
      { kind: 'link', deleted: true, link: link(false, false) },
    ),
  ).toEqual([
    'link: the link of ether1 is up',
    'link: the link of ether1 is down',
    'link: ether1 was set down',
    'link: ether1 was deleted',
  ]);
  const [event] = kernelEvents({ atMs: 7, events: [{ kind: 'overflow' }] });
  expect(event).toEqual({ kind: 'drift', atMs: 7, reason: 'many changes at once' });
});

it('kernel: routes change → only a deleted one of ours is a cause', () => {
  expect(
    reasons(
      { kind: 'route', deleted: true, route: route(routeProtocol), by: 77 },
      { kind: 'route', deleted: false, route: route(routeProtocol), by: 77 },
      { kind: 'route', deleted: true, route: route(3), by: 77 },
    ),
  ).toEqual(['drift: a route was deleted']);
});

it.each([
  ['ourselves', 5, []],
  ['the kernel, with a link', 0, [{ kind: 'link', atMs: 7 }]],
  ['somebody else', 77, [{ kind: 'drift', atMs: 7, byOthers: true }]],
])('kernel: a route and a rule of ours were deleted by %s → each is judged so', (_, by, wanted) => {
  const events = [
    { kind: 'route', deleted: true, route: route(routeProtocol), by },
    { kind: 'rule', deleted: true, protocol: routeProtocol, by },
  ] as const;
  const reasons = ['a route was deleted', 'a routing rule was deleted'];
  const heard = kernelEvents({ atMs: 7, events }, 5);
  expect(heard).toEqual(wanted.flatMap(one => reasons.map(reason => ({ ...one, reason }))));
});

it('kernel: a rule of others came or went → looked at, unless we moved it ourselves', () => {
  const rule = (deleted: boolean, by: number) => ({ kind: 'rule', deleted, protocol: 2, by }) as const;
  const heard = kernelEvents({ atMs: 7, events: [rule(false, 77), rule(true, 0), rule(false, 5)] }, 5);
  const looked = { kind: 'link', atMs: 7, reason: 'a routing rule of others changed' };
  expect(heard).toEqual([looked, looked]);
});

it('DHCP client: bound and lost → a lease, and none', () => {
  const lease = {
    ...{ interface: 'ether1', address: { address: '10.0.0.2' as const, length: 24 } },
    ...{ dns: [], leaseTime: 60_000 },
  } as const;
  const bound = leaseEvent({ kind: 'bound', interface: 'ether1', lease, durationMs: 9 }, 7);
  expect(bound).toEqual({ kind: 'lease', atMs: 7, interface: 'ether1', lease, durationMs: 9 });
  const lost = leaseEvent({ kind: 'lost', interface: 'ether1' }, 8);
  expect(lost).toEqual({ kind: 'lease', atMs: 8, interface: 'ether1' });
});

it('probes: a verdict, and a probe that cannot be sent → their events, the verdict at its own time', () => {
  const check: GatewayCheck = {
    ...{ key: 'ping 10.0.0.1%ether1', address: '10.0.0.1', interface: 'ether1', method: 'ping' },
    ...{ interval: 1000, timeout: 1000, count: 2 },
  };
  const verdict = { check, reachable: false, silentMs: 900, atMs: 5 };
  expect(probeEvent({ kind: 'verdict', verdict }, 7)).toEqual({ kind: 'probe', ...verdict });
  const error = { what: 'ENODEV', do: 'See ip link.' };
  const { key } = check;
  expect(probeEvent({ kind: 'send-error', key, error }, 7)).toEqual({
    ...{ kind: 'probe-sending', atMs: 7, key, error: 'ENODEV' },
  });
  expect(probeEvent({ kind: 'send-error', key }, 8)).toMatchObject({ error: undefined });
});

it('service: it died, is steady, was stopped → three events by its name', () => {
  const heard: PortEvent[] = [];
  const { onExit, onSteady, onStopped } = serviceHooks(event => heard.push(event));
  onExit?.('dns', 'bad option', 200);
  onSteady?.('dns');
  onStopped?.('dns');
  expect(heard).toMatchObject([
    { kind: 'service', name: 'dns', state: { kind: 'died', said: 'bad option', againMs: 200 } },
    { kind: 'service', name: 'dns', state: { kind: 'steady' } },
    { kind: 'service', name: 'dns', state: { kind: 'stopped' } },
  ]);
});
