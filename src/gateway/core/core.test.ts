import { describe, expect, it } from 'vitest';
import type { Lease } from '../../rib/index.ts';
import { links, runConfig, twoWans } from '../testing/run-config.ts';
import { decisionsIn } from '../testing/steps.ts';
import {
  type Applied,
  type CoreEvent,
  draft,
  type Effect,
  type GatewayState,
  type Interfaces,
  initialState,
  step,
  waitingLines,
} from './index.ts';

const done: Applied = { changes: [], problems: [] };

/** An event whose time the test gives. */
type Timeless<E> = E extends CoreEvent ? Omit<E, 'atMs'> : never;

/** Feeds events to a gateway; `observe` and `apply` are answered at once, by what `outside` says. */
function gatewayOf(first: GatewayState = initialState(runConfig(), 1)) {
  const outside: { interfaces: Interfaces; applied: Applied } = { interfaces: links(), applied: done };
  let state = first;
  let nowMs = 0;
  const send = (event: CoreEvent): Effect[] => {
    const next = step(state, event);
    state = next.state;
    return next.effects.flatMap(effect => {
      if (effect.kind === 'observe') {
        const { interfaces } = outside;
        return send({ kind: 'observed', atMs: nowMs, result: { kind: 'done', interfaces } });
      }
      if (effect.kind !== 'apply') return [effect];
      const result = { kind: 'done', ...outside.applied } as const;
      return [effect, ...send({ kind: 'applied', atMs: ++nowMs, sinceMs: nowMs, result })];
    });
  };
  return {
    outside,
    advance(ms: number): void {
      nowMs += ms;
    },
    send: (event: Timeless<CoreEvent>) => send({ ...event, atMs: ++nowMs } as CoreEvent),
    get state() {
      return state;
    },
  };
}

const started = () => {
  const gateway = gatewayOf();
  gateway.send({ kind: 'start' });
  return gateway;
};

const kinds = (effects: readonly Effect[]): string[] => effects.map(({ kind }) => kind);
const events = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.kind === 'emit' ? [effect.event] : []));
const active = (state: GatewayState): string[] =>
  (state.reached?.rib.routes ?? [])
    .filter(route => route.active && route.destination === '0.0.0.0/0')
    .flatMap(({ gateways }) => gateways.map(({ text }) => text));

const lease: Lease = {
  ...{ interface: 'ether3', address: { address: '30.30.30.2', length: 24 }, gateway: '30.30.30.1' },
  ...{ dns: [], server: '30.30.30.1', leaseTime: 3_600_000 },
};

describe('a turn', () => {
  it('start after a draft of the same world → the very decision; in another world → decided anew', () => {
    const first = initialState(runConfig(), 1);
    const drafted = draft({ ...first, interfaces: links() }, first.config);
    const same = gatewayOf({ ...first, drafted });
    same.send({ kind: 'start' });
    expect(same.state.reached).toBe(drafted.decision);
    expect(same.state.drafted).toBeUndefined();
    const other = gatewayOf({ ...first, drafted });
    const { ether1: _, ...fewer } = links();
    other.outside.interfaces = fewer;
    other.send({ kind: 'start' });
    expect(other.state.reached).not.toBe(drafted.decision);
    expect(other.state.reached?.world.interfaces['ether1']).toBeUndefined();
  });

  it('start → observes, applies, then sets probes, services and what is saved', () => {
    const gateway = gatewayOf();
    const effects = gateway.send({ kind: 'start' });
    const quiet = kinds(effects).filter(kind => !['emit', 'renew', 'askNeighbours'].includes(kind));
    expect(quiet).toEqual(['apply', 'setProbes', 'setServices', 'save']);
    expect(active(gateway.state)).toEqual(['10.10.10.1']);
  });

  it('nothing changed → applies the same program object, sets nothing again', () => {
    const gateway = started();
    const before = gateway.state.reached;
    const effects = gateway.send({ kind: 'drift', reason: 'a route was deleted' });
    expect(kinds(effects)).toEqual(['apply', 'emit']);
    expect(gateway.state.reached).toBe(before);
  });

  it('a link lost its carrier → says so, moves the route, the decision names cause and duration', () => {
    const gateway = started();
    gateway.outside.interfaces = links('ether1');
    gateway.outside.applied = { changes: ['change route'], problems: [] };
    const effects = gateway.send({ kind: 'link', reason: 'ether1 has no carrier' });
    expect(events(effects).map(({ type }) => type)).toEqual(['link', 'decision', 'routes-changed']);
    expect(decisionsIn(effects)[0]).toMatchObject({
      reason: 'ether1 has no carrier',
      causes: [{ reason: 'ether1 has no carrier' }],
      durationMs: 1,
      steps: { waited: 0, decided: 1, applied: 0 },
      changes: ['change route', 'connections of table main move from ether1 to ether2'],
    });
    expect(active(gateway.state)).toEqual(['20.20.20.1']);
  });

  it('a link runs again → its DHCP server is asked anew', () => {
    const gateway = started();
    gateway.outside.interfaces = links('ether3');
    gateway.send({ kind: 'link', reason: 'ether3 has no carrier' });
    gateway.outside.interfaces = links();
    const effects = gateway.send({ kind: 'link', reason: 'ether3 is running' });
    expect(effects).toContainEqual({ kind: 'renew', interface: 'ether3' });
  });

  it('a cause comes while the kernel is being changed → another turn after it', () => {
    const first = step(initialState(runConfig(), 1), { kind: 'start', atMs: 1 });
    const result = { kind: 'done', interfaces: links() } as const;
    const seen = step(first.state, { kind: 'observed', atMs: 2, result });
    const heard = step(seen.state, { kind: 'link', atMs: 3, reason: 'ether1 is off' });
    expect(kinds(heard.effects)).toEqual([]);
    const after = step(heard.state, {
      kind: 'applied',
      atMs: 4,
      sinceMs: 4,
      result: { kind: 'done', ...done },
    });
    expect(kinds(after.effects)).toContain('observe');
  });

  it('a cause is newer than the reading of the kernel → it is read again', () => {
    const first = step(initialState(runConfig(), 1), { kind: 'start', atMs: 1 });
    const heard = step(first.state, { kind: 'link', atMs: 9, reason: 'ether1 is off' });
    const result = { kind: 'done', interfaces: links() } as const;
    const seen = step(heard.state, { kind: 'observed', atMs: 5, result });
    const after = step(seen.state, {
      kind: 'applied',
      atMs: 10,
      sinceMs: 10,
      result: { kind: 'done', ...done },
    });
    expect(kinds(after.effects)).toContain('observe');
  });
});

it('waitingLines: no interface, no link, no lease, everything there → each is named with what it waits for', () => {
  const nat = ['ether1', 'ether2', 'ether3', 'ether9'].map(
    name => `/ip firewall nat add chain=srcnat out-interface=${name} action=masquerade\n`,
  );
  const gateway = gatewayOf(initialState(runConfig(`${twoWans}${nat.join('')}`), 1));
  gateway.outside.interfaces = links('ether1');
  gateway.send({ kind: 'start' });
  expect(waitingLines(gateway.state)).toEqual([
    { line: 'ether1', for: 'carrier' },
    { line: 'ether3', for: 'lease' },
    { line: 'ether9', for: 'interface' },
  ]);
  gateway.send({ kind: 'lease', interface: 'ether3', lease });
  expect(waitingLines(gateway.state).map(({ line }) => line)).toEqual(['ether1', 'ether9']);
});

describe('leases', () => {
  it('a lease, its renewal, its loss → news, no news, news', () => {
    const gateway = started();
    const first = gateway.send({ kind: 'lease', interface: 'ether3', lease, durationMs: 5 });
    expect(events(first)[0]).toMatchObject({ type: 'lease', lease, durationMs: 5 });
    expect(kinds(gateway.send({ kind: 'lease', interface: 'ether3', lease: { ...lease } }))).toEqual([
      'save',
      'timer',
    ]);
    const lost = gateway.send({ kind: 'lease', interface: 'ether3' });
    expect(events(lost)[0]).toMatchObject({ type: 'lease', interface: 'ether3', lease: undefined });
    expect(gateway.state.leases).toEqual({});
  });

  it('a lease → saved for other commands', () => {
    const effects = started().send({ kind: 'lease', interface: 'ether3', lease, durationMs: 5 });
    expect(effects).toContainEqual({
      kind: 'save',
      world: { leases: { ether3: lease }, unreachable: [] },
      held: [{ lease, obtainedAtMs: 3, expiresAtMs: 3_600_003 }],
    });
  });

  it('a lease is lost while its address is still there → nothing is asked of the kernel that needs it', () => {
    const file = `${twoWans}/ip route add dst-address=198.18.0.0/15 gateway=30.30.30.1\n`;
    const gateway = gatewayOf(initialState(runConfig(file), 1));
    gateway.send({ kind: 'start' });
    const { outside } = gateway;
    const far = () =>
      gateway.state.reached?.program.routes.filter(({ destination }) => destination === '198.18.0.0/15')
        .length;
    gateway.send({ kind: 'lease', interface: 'ether3', lease, durationMs: 5 });
    expect(far()).toBe(1);
    const held = [{ ...lease.address, isOurs: true }];
    outside.interfaces = { ...links(), ether3: { name: 'ether3', running: true, addresses: held } };
    gateway.send({ kind: 'lease', interface: 'ether3' });
    expect(far()).toBe(0);
    outside.interfaces = {
      ...links(),
      ether3: { name: 'ether3', running: true, addresses: [lease.address] },
    };
    gateway.send({ kind: 'link', reason: 'address of ether3, by somebody else' });
    expect(far()).toBe(1);
  });

  it('a lease of the last start → used at once; its time is over → lost, and said', () => {
    const held = { lease, obtainedAtMs: -1000, expiresAtMs: 5000 };
    const gateway = gatewayOf(initialState(runConfig(), 1, { leases: { ether3: held } }));
    const effects = gateway.send({ kind: 'start' });
    expect(effects).toContainEqual({ kind: 'timer', name: 'leases', afterMs: 4999 });
    expect(gateway.state.reached?.world.leases).toEqual({ ether3: lease });
    expect(gateway.state.reached?.program.addresses).toContainEqual(
      expect.objectContaining({ interface: 'ether3', address: lease.address }),
    );
    gateway.advance(5000);
    const lost = gateway.send({ kind: 'timer', name: 'leases' });
    expect(events(lost)[0]).toMatchObject({ type: 'lease', interface: 'ether3', lease: undefined });
    expect(gateway.state.reached?.world.leases).toEqual({});
  });

  it('a lease of the last start that its server confirms → not a word, the kernel is left alone', () => {
    const held = { lease, obtainedAtMs: -1000, expiresAtMs: 5000 };
    const gateway = gatewayOf(initialState(runConfig(), 1, { leases: { ether3: held } }));
    gateway.send({ kind: 'start' });
    expect(kinds(gateway.send({ kind: 'lease', interface: 'ether3', lease }))).toEqual(['save', 'timer']);
    gateway.advance(5000);
    expect(kinds(gateway.send({ kind: 'timer', name: 'leases' }))).toEqual(['timer']);
  });
});

describe('probes', () => {
  const verdict = (gateway: ReturnType<typeof started>, reachable: boolean) => {
    const [check] = gateway.state.checks;
    if (!check) throw new Error('nothing is checked');
    return { kind: 'probe', check, reachable, silentMs: 200 } as const;
  };

  it('a gateway falls silent, answers again → its route leaves and comes back', () => {
    const gateway = started();
    gateway.send(verdict(gateway, false));
    expect(active(gateway.state)).toEqual(['20.20.20.1']);
    gateway.send(verdict(gateway, true));
    expect(active(gateway.state)).toEqual(['10.10.10.1']);
  });

  it('a verdict on a check that is set otherwise meanwhile → comes too late', () => {
    const gateway = started();
    const late = verdict(gateway, false);
    const slower = runConfig(twoWans.replace('interval=100ms', 'interval=10s'));
    gateway.send({ kind: 'config', config: slower });
    expect(gateway.send(late)).toEqual([]);
    expect(gateway.state.unreachable).toEqual([]);
  });

  it('a silent gateway, its check is set otherwise → reachable until proved otherwise', () => {
    const gateway = started();
    gateway.send(verdict(gateway, false));
    const slower = runConfig(twoWans.replace('interval=100ms', 'interval=10s'));
    gateway.send({ kind: 'config', config: slower });
    expect(gateway.state.unreachable).toEqual([]);
  });
});

describe('failures', () => {
  const failed = { kind: 'failed', error: { what: 'EPERM', do: 'Run as root.' } } as const;
  const applying = () => {
    const first = step(initialState(runConfig(), 1), { kind: 'start', atMs: 1 });
    const result = { kind: 'done', interfaces: links() } as const;
    return step(first.state, { kind: 'observed', atMs: 2, result }).state;
  };

  it('apply: failed → tried again after a second, not before', () => {
    const { state, effects } = step(applying(), { kind: 'applied', atMs: 3, sinceMs: 3, result: failed });
    expect(effects).toContainEqual({ kind: 'timer', name: 'retry', afterMs: 1000 });
    expect(kinds(effects)).not.toContain('observe');
    expect(kinds(step(state, { kind: 'timer', name: 'retry', atMs: 1003 }).effects)).toEqual(['observe']);
  });

  it('apply: a part is refused → the rest is in force, tried again after a second', () => {
    const result = { kind: 'done', changes: [], problems: [{ what: 'No.', do: 'Yes.' }] } as const;
    const { state, effects } = step(applying(), { kind: 'applied', atMs: 3, sinceMs: 3, result });
    expect(effects).toContainEqual({ kind: 'timer', name: 'retry', afterMs: 1000 });
    expect(state.reached).toBeDefined();
  });

  it('apply: failed, then done → its causes are noted with the time since the first', () => {
    const { state } = step(applying(), { kind: 'applied', atMs: 3, sinceMs: 3, result: failed });
    const again = step(state, { kind: 'timer', name: 'retry', atMs: 1003 });
    const result = { kind: 'done', interfaces: links() } as const;
    const seen = step(again.state, { kind: 'observed', atMs: 1004, result });
    const { effects } = step(seen.state, {
      kind: 'applied',
      atMs: 1005,
      sinceMs: 1005,
      result: { kind: 'done', ...done },
    });
    expect(decisionsIn(effects)).toMatchObject([
      { reason: 'start; the last attempt failed', durationMs: 1004 },
    ]);
  });

  it('observe: failed → tried again after a second, nothing applied', () => {
    const first = step(initialState(runConfig(), 1), { kind: 'start', atMs: 1 });
    const { effects, state } = step(first.state, { kind: 'observed', atMs: 2, result: failed });
    expect(kinds(effects)).toEqual(['timer', 'emit']);
    expect(state.turn.kind).toBe('idle');
  });

  it('services: failed → asked for again with the next turn', () => {
    const gateway = started();
    gateway.send({ kind: 'performed', effect: 'services', error: failed.error });
    expect(kinds(gateway.send({ kind: 'timer', name: 'retry' }))).toContain('setServices');
  });

  it('save: failed → asked for again with the next turn', () => {
    const gateway = started();
    gateway.send({ kind: 'performed', effect: 'save', error: failed.error });
    expect(kinds(gateway.send({ kind: 'timer', name: 'retry' }))).toContain('save');
  });
});

describe('draft', () => {
  it('another configuration → its diagnostics, and nothing of the state or its leases changes', () => {
    const gateway = started();
    gateway.send({ kind: 'lease', interface: 'ether3', lease, durationMs: 5 });
    const before = structuredClone({
      ...gateway.state,
      config: undefined,
      reached: undefined,
      turn: undefined,
    });
    const { state } = gateway;
    draft(state, runConfig('/ip address add address=10.0.0.1/24 interface=nowhere\n'));
    expect(gateway.state).toBe(state);
    const after = structuredClone({ ...state, config: undefined, reached: undefined, turn: undefined });
    expect(after).toEqual(before);
  });
});
