import { describe, expect, it } from 'vitest';
import { condition } from '../conditions/index.ts';
import { links, runConfig, twoWans } from '../testing/run-config.ts';
import { decisionsIn } from '../testing/steps.ts';
import {
  type Applied,
  type CoreEvent,
  type Effect,
  type GatewayState,
  type Interfaces,
  initialState,
  step,
} from './index.ts';

const done: Applied = { changes: [], problems: [] };
const lost = { kind: 'failed', error: { what: 'EPERM', do: 'Run as root.' } } as const;

const observed = (atMs: number, interfaces: Interfaces = links()): CoreEvent => ({
  kind: 'observed',
  atMs,
  result: { kind: 'done', interfaces },
});
const applied = (atMs: number, result: Applied = done): CoreEvent => ({
  kind: 'applied',
  ...{ atMs, sinceMs: atMs },
  result: { kind: 'done', ...result },
});
const link = (atMs: number, reason: string): CoreEvent => ({ kind: 'link', atMs, reason });
const drift = (atMs: number, reason = 'drift'): CoreEvent => ({ kind: 'drift', atMs, reason });

const given = ({ leases }: GatewayState) =>
  Object.fromEntries(Object.entries(leases).map(([name, { lease }]) => [name, lease]));

/** The state after the events, and the effects of the last one. */
function after(state: GatewayState, ...given: readonly CoreEvent[]) {
  let now: { readonly state: GatewayState; readonly effects: readonly Effect[] } = { state, effects: [] };
  for (const event of given) now = step(now.state, event);
  return now;
}

const fresh = (text: string = twoWans): GatewayState => initialState(runConfig(text), 1);
const started = (text?: string): GatewayState =>
  after(fresh(text), { kind: 'start', atMs: 1 }, observed(2), applied(3)).state;

const entryOf = (effects: readonly Effect[]) => decisionsIn(effects)[0];
const eventsOf = (effects: readonly Effect[]) =>
  effects.flatMap(effect =>
    effect.kind === 'emit' && effect.event.type !== 'decision' ? [effect.event] : [],
  );
const kinds = (effects: readonly Effect[]): string[] => effects.map(({ kind }) => kind);

describe('a decision', () => {
  const decided = (state: GatewayState) => (state.turn.kind === 'applying' ? state.turn.decision : undefined);

  it('same configuration, equal world → the decision that stands, though the reading is a new object', () => {
    const state = started();
    expect(decided(after(state, drift(4), observed(5)).state)).toBe(state.reached);
  });

  it('another world → another decision, with what was read, leased and silent in it', () => {
    const state = started();
    const decision = decided(after(state, drift(4), observed(5, links('ether1'))).state);
    expect(decision).not.toBe(state.reached);
    expect(decision?.world.interfaces['ether1']).toEqual({
      name: 'ether1',
      running: false,
      addresses: [{ address: '10.10.10.2', length: 24 }],
    });
    expect(decision?.world).toMatchObject({ leases: {}, unreachable: [] });
    expect(decision?.rib.routes.map(({ active }) => active)).not.toEqual(
      state.reached?.rib.routes.map(({ active }) => active),
    );
  });

  it('another configuration in an equal world → another decision, of that configuration', () => {
    const state = started();
    const config = runConfig(twoWans.replace('distance=2', 'distance=3'));
    const decision = decided(after(state, { kind: 'config', atMs: 4, config }, observed(5)).state);
    expect(decision?.world).toEqual(state.reached?.world);
    expect(decision?.config).toBe(config);
    expect(decision?.rib.routes.map(({ distance }) => distance)).toContain(3);
  });

  it('a gateway that is silent, a lease → in the world decided for', () => {
    const state = started();
    const [check] = state.checks;
    if (!check) throw new Error('nothing is checked');
    const lease = {
      interface: 'ether3',
      address: { address: '30.30.30.2', length: 24 },
      gateway: '30.30.30.1',
      dns: [],
      leaseTime: 3_600_000,
    } as const;
    const silent = { kind: 'probe', atMs: 4, check, reachable: false, silentMs: 200 } as const;
    const leased = { kind: 'lease', atMs: 5, interface: 'ether3', lease } as const;
    const world = decided(after(state, silent, leased, observed(6)).state)?.world;
    expect(world?.unreachable).toEqual([check.key]);
    expect(world?.leases).toEqual({ ether3: lease });
    expect(world?.interfaces['ether3']?.addresses).toEqual([lease.address]);
  });
});

describe('causes of a turn', () => {
  it('several causes → the duration from the earliest, each reason once, in the order they came', () => {
    const { effects } = after(
      started(),
      link(100, 'ether1 has no carrier'),
      drift(90, 'a route was deleted'),
      link(110, 'ether1 has no carrier'),
      observed(120),
      applied(150),
    );
    expect(entryOf(effects)).toMatchObject({
      atMs: 150,
      durationMs: 60,
      reason: 'ether1 has no carrier; a route was deleted',
    });
  });

  it('a cause as old as the reading → answered by it; a newer one → by the next turn alone', () => {
    const first = after(started(), drift(10, 'old'), drift(20, 'same time'), drift(21, 'new'), observed(20));
    expect(first.state.pending).toEqual([{ reason: 'new', atMs: 21, drift: 'seen' }]);
    const answered = after(first.state, applied(30));
    expect(entryOf(answered.effects)).toMatchObject({ reason: 'old; same time', durationMs: 20 });
    expect(kinds(answered.effects)).toContain('observe');
    const next = after(answered.state, observed(40), applied(41));
    expect(entryOf(next.effects)).toMatchObject({ reason: 'new', durationMs: 20 });
    expect(next.state).toMatchObject({ pending: [], unfinished: [], turn: { kind: 'idle' } });
  });

  it('all causes newer than the reading → no duration and no reason', () => {
    const { effects } = after(started(), drift(50), observed(40), applied(45));
    expect(entryOf(effects)).toMatchObject({ reason: '', durationMs: 0 });
  });

  it('reading and applying both failed → every cause is kept, once, in order', () => {
    const unread = after(started(), drift(10, 'a'), { kind: 'observed', atMs: 11, result: lost });
    expect(unread.state.unfinished).toEqual([{ reason: 'a', atMs: 10, drift: 'seen' }]);
    expect(unread.state.pending).toEqual([]);
    const unapplied = after(unread.state, drift(20, 'b'), observed(21), drift(22, 'c'), {
      kind: 'applied',
      ...{ atMs: 23, sinceMs: 23 },
      result: lost,
    });
    expect(unapplied.state.unfinished.map(({ reason }) => reason)).toEqual(['a', 'b', 'c']);
    expect(unapplied.state.turn).toEqual({ kind: 'idle' });
    const again = after(
      unapplied.state,
      { kind: 'timer', name: 'retry', atMs: 30 },
      observed(31),
      applied(40),
    );
    expect(entryOf(again.effects)).toMatchObject({
      reason: 'a; b; c; the last attempt failed',
      durationMs: 30,
    });
  });

  it('an answer to an apply that nobody waits for → nothing', () => {
    const state = started();
    expect(step(state, applied(9))).toEqual({ state, effects: [] });
  });
});

describe('what a turn says', () => {
  it('the first → an event with the default routes, and the decision, though nothing changed', () => {
    const { effects } = after(fresh(), { kind: 'start', atMs: 1 }, observed(2), applied(3));
    expect(eventsOf(effects)).toEqual([
      {
        ...{ type: 'routes-changed', atMs: 3, durationMs: 2, reason: 'start' },
        active: [{ table: 'main', gateways: ['10.10.10.1'], interfaces: ['ether1'], distance: 1 }],
      },
    ]);
    expect(entryOf(effects)).toEqual({
      ...{ type: 'decision', atMs: 3, durationMs: 2, reason: 'start' },
      causes: [{ reason: 'start', atMs: 1 }],
      steps: { waited: 1, decided: 1, applied: 0 },
      ...{ changes: [], refused: [], scripts: [] },
    });
  });

  it('nothing changed → the decision alone; a change of the kernel → an event, too', () => {
    const state = after(started(), drift(10), observed(11)).state;
    expect(kinds(step(state, applied(12)).effects)).toEqual(['emit']);
    const said = step(state, applied(12, { changes: ['add route'], problems: [] }));
    expect(kinds(said.effects)).toEqual(['emit', 'emit', 'timer', 'emit']);
    expect(entryOf(said.effects)?.changes).toEqual(['add route']);
  });

  it('other default routes, no change of the kernel → an event', () => {
    const { effects } = after(started(), link(10, 'x'), observed(11, links('ether1')), applied(12));
    expect(eventsOf(effects)).toMatchObject([
      { type: 'routes-changed', active: [{ gateways: ['20.20.20.1'], distance: 2 }] },
    ]);
    expect(entryOf(effects)?.changes).toEqual(['connections of table main move from ether1 to ether2']);
  });

  it('no default route is left → the connections move to nobody, and the event has none', () => {
    const { effects } = after(started(), link(10, 'x'), observed(11, links('ether1', 'ether2')), applied(12));
    expect(entryOf(effects)?.changes).toEqual([]);
    expect(eventsOf(effects)).toMatchObject([{ type: 'routes-changed', active: [] }]);
  });

  it('two ways out of one table → sorted, each once; the same two in the next turn → no move', () => {
    const balanced = twoWans.replace('distance=2', 'distance=1');
    const state = started(balanced);
    const one = after(state, link(10, 'x'), observed(11, links('ether2')), applied(12));
    expect(entryOf(one.effects)?.changes).toEqual([
      'connections of table main move from ether1 and ether2 to ether1',
    ]);
    const both = after(one.state, link(20, 'y'), observed(21), applied(22));
    expect(entryOf(both.effects)?.changes).toEqual([
      'connections of table main move from ether1 to ether1 and ether2',
    ]);
    const same = after(both.state, drift(30), observed(31), applied(32));
    expect(entryOf(same.effects)?.changes).toEqual([]);
  });
});

describe('links that turn', () => {
  const turned = (before: Interfaces, now: Interfaces) => {
    const state = { ...started(), interfaces: before };
    const { effects } = after(state, drift(10), observed(11, now));
    return effects.filter(({ kind }) => kind !== 'apply');
  };
  const said = (name: string, running: boolean) => ({
    kind: 'emit',
    event: { type: 'link', atMs: 11, interface: name, running },
  });
  const anew = (name: string) => [
    said(name, true),
    { kind: 'askNeighbours', interface: name },
    { kind: 'renew', interface: name },
  ];
  const { ether1: _, ...others } = links();

  it.each([
    ['nothing', links(), links(), []],
    ['a cable pulled', links(), links('ether2'), [said('ether2', false)]],
    ['a cable plugged in', links('ether2'), links(), anew('ether2')],
    ['a new interface that runs', others, links(), anew('ether1')],
    ['a new interface that is down', others, links('ether1'), []],
    ['a running interface that vanished', links(), others, [said('ether1', false)]],
    ['one that was down vanished', links('ether1'), others, []],
  ])(
    '%s → its event, and hosts and lease asked for anew where it runs now',
    (_what, before, now, effects) => {
      expect(turned(before, now)).toEqual(effects);
    },
  );
});

describe('what follows a turn', () => {
  it('the check of a gateway is gone → it is not silent any more; another one stays silent', () => {
    const state = started();
    const [one, two] = state.checks;
    if (!one || !two) throw new Error('two checks are expected');
    const silent = (check: typeof one, atMs: number) =>
      ({ kind: 'probe', atMs, check, reachable: false, silentMs: 200 }) as const;
    const both = after(state, silent(one, 10), silent(two, 11), observed(12), applied(13)).state;
    expect(both.unreachable).toEqual([one.key, two.key]);
    const config = runConfig(twoWans.replace(' check-gateway=ping distance=1', ' distance=1'));
    const left = after(both, { kind: 'config', atMs: 20, config }, observed(21), applied(22));
    expect(left.state.unreachable).toEqual([two.key]);
    expect(left.state.checks).toEqual([two]);
    expect(left.effects).toContainEqual({ kind: 'setProbes', checks: [two], hosts: [], lines: [] });
    expect(left.effects).toContainEqual({
      kind: 'save',
      world: { leases: {}, unreachable: [two.key] },
      held: [],
    });
  });

  it('a DHCP client whose interface is not there → not started; there again → started', () => {
    const { ether3: _, ...without } = links();
    const gone = after(started(), drift(10), observed(11, without), applied(12));
    expect(gone.effects).toContainEqual({
      kind: 'setServices',
      services: { dhcpClients: [], dhcpServers: [] },
    });
    const back = after(gone.state, drift(20), observed(21), applied(22));
    const [services] = back.effects.flatMap(one => (one.kind === 'setServices' ? [one.services] : []));
    expect(services?.dhcpClients.map(client => client.interface)).toEqual(['ether3']);
    expect(services).not.toHaveProperty('dns');
  });

  it('a configuration with DNS → it is among the services', () => {
    const { services } = started(`${twoWans}/ip dns set allow-remote-requests=yes servers=9.9.9.9\n`);
    expect(services?.dns).toBeDefined();
  });

  it('something is refused → tried again; nothing is → not', () => {
    const state = after(started(), drift(10), observed(11)).state;
    const problems = [
      { what: 'One.', do: 'Do one.' },
      { what: 'Two.', do: 'Do two.' },
    ];
    const refused = step(state, applied(12, { changes: [], problems }));
    expect(refused.effects).toContainEqual({ kind: 'timer', name: 'retry', afterMs: 1000 });
    expect(refused.state.conditions).toEqual(problems.map(facts => condition('gateway/refused', facts)));
    expect(kinds(step(state, applied(12)).effects)).not.toContain('timer');
  });

  it('a check by BFD → a condition that names its gateway, and no other', () => {
    const { conditions } = started(
      twoWans.replace('check-gateway=ping distance=1', 'check-gateway=bfd distance=1'),
    );
    expect(conditions).toEqual([condition('gateway/bfd-unsupported', { address: '10.10.10.1' })]);
  });

  it('probes of a check that still stands cannot be sent → that stands over a turn', () => {
    const state = started();
    const [check] = state.checks;
    if (!check) throw new Error('nothing is checked');
    const failing = { kind: 'probe-sending', atMs: 10, key: check.key, error: 'ENODEV' } as const;
    const { conditions } = after(state, failing, drift(11), observed(12), applied(13)).state;
    expect(conditions.map(({ code, about }) => [code, about])).toEqual([['gateway/probe-failed', check.key]]);
  });
});

describe('events beside a turn', () => {
  it('a gateway that falls silent twice → noted once, with what it is about', () => {
    const state = started();
    const [check] = state.checks;
    if (!check) throw new Error('nothing is checked');
    const silent = { kind: 'probe', check, reachable: false, silentMs: 200 } as const;
    const { effects, state: now } = after(state, { ...silent, atMs: 10 }, { ...silent, atMs: 11 });
    expect(now.unreachable).toEqual([check.key]);
    expect(now.pending.map(({ reason }) => reason)).toEqual([
      '10.10.10.1 does not answer via ether1',
      '10.10.10.1 does not answer via ether1',
    ]);
    expect(eventsOf(effects)).toEqual([
      {
        ...{ type: 'check', atMs: 11, key: check.key, address: '10.10.10.1', interface: 'ether1' },
        ...{ reachable: false, silentMs: 200 },
      },
    ]);
    const again = after(now, { ...silent, atMs: 12, reachable: true });
    expect(again.state.unreachable).toEqual([]);
    expect(again.state.pending.at(-1)).toEqual({ reason: '10.10.10.1 answers again via ether1', atMs: 12 });
  });

  it('another lease of one interface → the others stay, the reason says which', () => {
    const lease = (name: string, host: number) =>
      ({
        interface: name,
        address: { address: `30.30.30.${host}`, length: 24 },
        gateway: '30.30.30.1',
        dns: [],
        leaseTime: 1,
      }) as const;
    const has = (name: string, host: number, atMs: number) =>
      ({ kind: 'lease', atMs, interface: name, lease: lease(name, host) }) as const;
    const two = after(started(), has('ether3', 2, 10), has('ether2', 3, 11), has('ether3', 4, 12)).state;
    expect(given(two)).toEqual({ ether2: lease('ether2', 3), ether3: lease('ether3', 4) });
    const { state } = after(two, { kind: 'lease', atMs: 13, interface: 'ether3' });
    expect(given(state)).toEqual({ ether2: lease('ether2', 3) });
    expect(state.pending.slice(-2)).toEqual([
      { reason: 'ether3 has a lease', atMs: 12 },
      { reason: 'ether3 lost its lease', atMs: 13 },
    ]);
    const unknown = after(state, { kind: 'lease', atMs: 14, interface: 'ether3' });
    expect(unknown).toEqual({ state, effects: [] });
  });

  it('another configuration → the turn names its file', () => {
    const { state } = after(started(), { kind: 'config', atMs: 10, config: runConfig() });
    expect(state.pending).toEqual([{ reason: 'new configuration two.rsc', atMs: 10 }]);
    expect(state.turn).toEqual({ kind: 'observing' });
  });
});
