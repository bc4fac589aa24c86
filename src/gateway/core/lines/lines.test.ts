import { describe, expect, it } from 'vitest';
import type { LineVerdict } from '../../../health/index.ts';
import type { Lease } from '../../../rib/index.ts';
import { links, runConfig, twoWans } from '../../testing/run-config.ts';
import { applied, run } from '../../testing/steps.ts';
import { type CoreEvent, initialState, type RunConfig } from '../index.ts';
import type { GatewayState } from '../state.ts';

const turn = (atMs: number, ...down: readonly string[]): CoreEvent[] => [
  { kind: 'observed', atMs, result: { kind: 'done', interfaces: links(...down) } },
  { kind: 'applied', atMs: atMs + 1, sinceMs: atMs + 1, result: applied },
];

const text = `
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip route add dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
/ip route add dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
/ip route add dst-address=0.0.0.0/0 gateway=8.8.4.4 check-gateway=ping distance=1 target-scope=11
/ip route add dst-address=0.0.0.0/0 gateway=9.9.9.9 check-gateway=ping distance=2 target-scope=11
`;
const jalur = (more: Partial<RunConfig> = {}, from = text): RunConfig => ({
  ...runConfig(from),
  pace: 'jalur',
  ...more,
});
const started = (config: RunConfig) => run(initialState(config, 1), { kind: 'start', atMs: 0 }, ...turn(1));
const evidence = { silentMs: 250, lost: 5, asked: [] };
const say = (line: string, verdict: Partial<LineVerdict>, atMs = 10): CoreEvent => {
  return { kind: 'line', line, atMs, verdict: { status: 'up', silent: [], ...verdict }, evidence };
};
const down = { status: 'down', cause: 'upstream' } as const;
const waysOf = ({ reached }: GatewayState): string[] =>
  (reached?.rib.routes ?? [])
    .filter(({ active, destination }) => active && destination === '0.0.0.0/0')
    .flatMap(({ gateways }) => gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface)));

describe('lines to watch', () => {
  it("RouterOS's pace → none, its checks are probed", () => {
    const { effects } = started({ ...runConfig(text), pace: 'routeros' });
    expect(effects.find(({ kind }) => kind === 'setProbes')).toMatchObject({ lines: [], checks: [{}, {}] });
  });

  it("jalur's pace → probe hosts and gateways of each line, no checks; a way for them in the kernel", () => {
    const { state, effects } = started(jalur());
    expect(effects.find(({ kind }) => kind === 'setProbes')).toMatchObject({
      checks: [],
      lines: [{ watch: { line: 'ether1' } }, { watch: { line: 'ether2' } }],
    });
    const [one] = state.watched;
    expect(one?.watch.targets.map(({ key, place, stated }) => [key, place, stated])).toEqual([
      ['ping 8.8.4.4', 'beyond', true],
      ['arp 10.10.10.1', 'gateway', false],
    ]);
    const { program } = state.reached ?? {};
    expect(program?.routes).toContainEqual(
      expect.objectContaining({
        table: 26_000,
        nextHops: [{ address: '10.10.10.1', interface: 'ether1', weight: 1 }],
      }),
    );
    expect(program?.rules).toContainEqual(expect.objectContaining({ oif: 'ether1', priority: 27_300 }));
    expect(program?.nft.text).toContain(
      'counter name iifname map { "ether1" : "line0_in", "ether2" : "line1_in" }',
    );
  });

  it('the timers of the text are faster → they bound the pace', () => {
    const fast = `/routing settings set check-gateway-ping-interval=100ms check-gateway-ping-timeout=100ms check-gateway-ping-count=3\n${text}`;
    const [one] = started(jalur({}, fast)).state.watched;
    expect(one?.watch).toMatchObject({ slowMs: 100, patienceMs: 300 });
  });

  it('only a lease names whom to ask, automatic health → its name servers, as often as 15 MB a day allow', () => {
    const config = jalur({ autoHealth: true }, '/ip dhcp-client add interface=ether1\n');
    const lease: Lease = {
      ...{ interface: 'ether1', address: { address: '10.0.0.2', length: 24 }, gateway: '10.0.0.1' },
      ...{ dns: ['198.51.100.53'], leaseTime: 3600_000 },
    } as const;
    const { state } = run(
      started(config).state,
      { kind: 'lease', atMs: 5, interface: 'ether1', lease },
      ...turn(6),
    );
    const [one] = state.watched;
    expect(one?.watch.targets.map(({ key }) => key)).toEqual(['arp 10.0.0.1', 'dns 198.51.100.53']);
    expect(one?.watch.slowMs).toBeGreaterThan(1000);
    expect(one?.gateway).toBe('10.0.0.1');
  });
});

describe('what is said of a line', () => {
  const first = started(jalur()).state;

  it('it is down → its routes go, with the check, the line and its condition said', () => {
    const { state, effects } = run(first, say('ether1', down), ...turn(11));
    expect(waysOf(state)).toEqual(['ether2']);
    expect(state.lines['ether1']).toMatchObject({ status: 'down', cause: 'upstream', sinceMs: 10 });
    const said = effects.flatMap(effect => (effect.kind === 'emit' ? [effect.event.type] : []));
    expect(said).toEqual(expect.arrayContaining(['check', 'line', 'problem', 'routes-changed']));
    expect(state.watched).toEqual(first.watched);
  });

  it('it is up again → its routes are back', () => {
    const { state } = run(first, say('ether1', down), ...turn(11), say('ether1', {}, 20), ...turn(21));
    expect(waysOf(state)).toEqual(['ether1']);
    expect(state.unreachable).toEqual([]);
    expect(state.conditions).toEqual([]);
  });

  it('one of its hosts is silent alone → only what goes by it', () => {
    const { state } = run(first, say('ether1', { silent: ['ping 8.8.4.4'] }), ...turn(11));
    expect(waysOf(state)).toEqual(['ether2']);
    expect(state.lines['ether1']?.status).toBe('up');
  });

  it('it is degraded → a condition, no turn', () => {
    const { state, effects } = run(first, say('ether1', { status: 'degraded', cause: 'loss' }));
    expect(state.turn.kind).toBe('idle');
    expect(state.conditions.map(({ code }) => code)).toEqual(['gateway/line-degraded']);
    expect(effects.some(({ kind }) => kind === 'observe')).toBe(false);
  });

  it('both are down, one answers again and is held → it is used', () => {
    const both = run(first, say('ether1', down), ...turn(11), say('ether2', down, 20), ...turn(21)).state;
    expect(waysOf(both)).toEqual([]);
    const { state } = run(both, say('ether1', { ...down, held: true }, 30), ...turn(31));
    expect(waysOf(state)).toEqual(['ether1']);
  });

  it('it is held, the other is up → it is not used', () => {
    const { state } = run(first, say('ether1', { ...down, held: true }), ...turn(11));
    expect(waysOf(state)).toEqual(['ether2']);
  });

  it('it is not watched any more → nothing', () => {
    expect(run(first, say('ether9', down))).toEqual({ state: first, effects: [] });
  });

  it('it has no carrier → that is its cause', () => {
    const { state } = run(first, { kind: 'link', atMs: 10, reason: 'x' }, ...turn(11, 'ether1'));
    expect(state.lines['ether1']).toMatchObject({ status: 'down', cause: 'carrier' });
  });
});

const cable = (atMs: number, ...out: readonly string[]): CoreEvent[] => [
  { kind: 'link', atMs, reason: 'a cable' },
  ...turn(atMs, ...out),
];

describe('a line whose cable is back', () => {
  const first = started(jalur()).state;
  const back = run(first, ...cable(10, 'ether1'), ...cable(20));

  it('nobody has answered yet, another is used → it is not, and is asked', () => {
    expect(waysOf(back.state)).toEqual(['ether2']);
    expect(back.state.lines['ether1']).toMatchObject({ status: 'unknown', held: true });
    expect(back.effects.findLast(({ kind }) => kind === 'setProbes')).toMatchObject({
      lines: [{ watch: { line: 'ether1' } }, { watch: { line: 'ether2' } }],
    });
    expect(back.state.reached?.program.routes).toContainEqual(expect.objectContaining({ table: 26_000 }));
    expect(back.state.pending).toEqual([]);
  });

  it('somebody answers → used from then on', () => {
    const { state } = run(back.state, say('ether1', {}, 30), ...turn(31));
    expect(waysOf(state)).toEqual(['ether1']);
    expect(state.lines['ether1']).toMatchObject({ status: 'up' });
    expect(state.awaited).toEqual([]);
  });

  it('nobody answers → dead, and never used', () => {
    const { state } = run(back.state, say('ether1', down, 30), ...turn(31));
    expect(waysOf(state)).toEqual(['ether2']);
    expect(state.lines['ether1']).toMatchObject({ status: 'down', cause: 'upstream' });
  });

  it('there is no other, or it goes meanwhile → used at once', () => {
    const alone = run(first, ...cable(10, 'ether1', 'ether2'), ...cable(20, 'ether2'));
    expect(waysOf(alone.state)).toEqual(['ether1']);
    expect(waysOf(run(back.state, ...cable(30, 'ether2')).state)).toEqual(['ether1']);
    expect(waysOf(run(back.state, say('ether2', down, 30), ...turn(31)).state)).toEqual(['ether1']);
  });

  it('both were out and are back → both are used, until one has answered and the other has not', () => {
    const both = run(first, ...cable(10, 'ether1', 'ether2'), ...cable(20));
    expect(waysOf(both.state)).toEqual(['ether1']);
    expect(waysOf(run(both.state, say('ether2', {}, 30), ...turn(31)).state)).toEqual(['ether2']);
  });

  it('it had no cable when the gateway started → the same', () => {
    const { state } = run(initialState(jalur(), 1), { kind: 'start', atMs: 0 }, ...turn(1, 'ether1'));
    expect(waysOf(run(state, ...cable(20)).state)).toEqual(['ether2']);
  });

  it('the text asks nobody on it → its carrier is all that is known: used', () => {
    const unchecked = text.replace('check-gateway=ping distance=1', 'distance=1');
    const { state } = run(started(jalur({}, unchecked)).state, ...cable(10, 'ether1'), ...cable(20));
    expect(waysOf(state)).toEqual(['ether1']);
  });

  it("RouterOS's pace → used, as RouterOS has it", () => {
    const { state } = run(
      started({ ...runConfig(text), pace: 'routeros' }).state,
      ...cable(10, 'ether1'),
      ...cable(20),
    );
    expect(waysOf(state)).toEqual(['ether1']);
  });

  it('the gateway is started again meanwhile → it waits on', () => {
    const lines = back.effects.flatMap(effect => (effect.kind === 'save' ? [effect.lines] : [])).at(-1);
    const { state } = run(initialState(jalur(), 1, { lines }), { kind: 'start', atMs: 100 }, ...turn(101));
    expect(waysOf(state)).toEqual(['ether2']);
    expect(state.pending).toEqual([]);
  });

  describe('on which only a lease names whom to ask', () => {
    const lease = (line: number): Lease => ({
      ...{ interface: `ether${line}`, address: { address: `10.0.${line}.2`, length: 24 } },
      ...{ gateway: `10.0.${line}.1`, dns: [`198.51.100.${line}`], leaseTime: 3600_000 },
    });
    const leased = [1, 2].map(
      (line): CoreEvent => ({ kind: 'lease', atMs: 5, interface: `ether${line}`, lease: lease(line) }),
    );
    const config = jalur(
      { autoHealth: true },
      '/ip dhcp-client add interface=ether1\n/ip dhcp-client add interface=ether2 default-route-distance=2\n',
    );
    const running = run(started(config).state, ...leased, ...turn(6)).state;
    const answered = (asked: readonly string[]): CoreEvent => ({
      ...{ kind: 'line', line: 'ether1', atMs: 8, verdict: { status: 'up', silent: [] } },
      evidence: { ...evidence, asked },
    });
    const again = (...events: readonly CoreEvent[]) =>
      waysOf(run(running, ...events, ...cable(10, 'ether1'), ...cable(20)).state);

    it('who answered before has not again → not used', () => {
      expect(again(answered(['dns 198.51.100.1'])).at(0)).toBe('ether2');
    });

    it('nobody ever answered, or others are asked now → used', () => {
      expect(again().at(0)).toBe('ether1');
      expect(again(answered(['dns 203.0.113.9'])).at(0)).toBe('ether1');
    });
  });
});

describe('automatic health', () => {
  const unchecked = twoWans.replaceAll(' check-gateway=ping', '').replace(/^\/ip dhcp-client.*$/m, '');
  const first = started(
    jalur(
      { autoHealth: true },
      `${unchecked}/interface list add name=WAN\n/interface list member add interface=ether1 list=WAN\n/interface list member add interface=ether2 list=WAN\n`,
    ),
  ).state;

  it('a line without any check is dead → its routes go, probes still have theirs', () => {
    const { state } = run(first, say('ether1', down), ...turn(11));
    expect(waysOf(state).at(0)).toBe('ether2');
    expect(state.reached?.program.routes).toContainEqual(expect.objectContaining({ table: 26_000 }));
    expect(
      state.reached?.rib.routes.flatMap(({ gateways }) => gateways.map(({ why }) => why.kind)),
    ).toContain('line-down');
  });

  it('the last one is dead too → nothing is taken away', () => {
    const { state } = run(first, say('ether1', down), ...turn(11), say('ether2', down, 20), ...turn(21));
    expect(waysOf(state)).toContain('ether1');
  });
});

describe('a gateway that goes on where the last one was', () => {
  /** What the last one kept, the second line being down by what it probed. */
  const kept = (more: Partial<RunConfig> = {}) => {
    const { state } = started(jalur(more));
    const silent = run(state, say('ether1', down), ...turn(20));
    const [saved] = silent.effects.flatMap(effect => (effect.kind === 'save' ? [effect] : [])).slice(-1);
    return saved?.lines;
  };
  const next = (config: RunConfig, lines = kept(), ...missing: readonly string[]) =>
    run(initialState(config, 1, { lines }), { kind: 'start', atMs: 100 }, ...turn(101, ...missing));

  it('a line that was found dead → dead from the first decision on, until its probes are answered', () => {
    const { state } = next(jalur());
    expect(waysOf(state)).toEqual(['ether2']);
    expect(state.pending).toEqual([]);
    expect(waysOf(run(state, say('ether1', {}, 200), ...turn(201)).state)).toEqual(['ether1']);
  });

  it('another host is asked instead → that is not known any more', () => {
    const { state } = next(jalur({}, text.replaceAll('8.8.4.4', '8.8.8.8')));
    expect(waysOf(state)).toEqual(['ether1']);
    expect(state.pending).toEqual([]);
  });

  it('another host is asked beside → what was silent is not known any more, and decided anew', () => {
    const more = `/ip route add dst-address=8.8.8.8/32 gateway=10.10.10.1 scope=10
/ip route add dst-address=10.66.0.0/16 gateway=8.8.8.8 check-gateway=ping target-scope=11\n`;
    const { state } = next(jalur({}, `${text}${more}`));
    expect(state.pending.map(({ reason }) => reason)).toEqual(['ether1 is checked in another way']);
    expect(waysOf(run(state, ...turn(110)).state)).toEqual(['ether1']);
  });

  it('lines in another order → each keeps the number that its connections carry', () => {
    const swapped = `/interface list add name=WAN
/interface list member add interface=ether2 list=WAN
/interface list member add interface=ether1 list=WAN
${text}`;
    const numbers = ({ reached }: GatewayState) =>
      Object.fromEntries((reached?.uplinks ?? []).map(one => [one.interface, one.number]));
    expect(numbers(next(jalur({}, swapped)).state)).toEqual(numbers(started(jalur()).state));
  });

  it('a cable was pulled meanwhile → the connections of that line move; none was → nothing moves', () => {
    const alive = started(jalur()).effects.flatMap(effect => (effect.kind === 'save' ? [effect.lines] : []));
    const flows = (...missing: readonly string[]) =>
      next(jalur(), alive.at(-1), ...missing).effects.flatMap(one =>
        one.kind === 'moveFlows' ? one.flows : [],
      );
    expect(flows()).toEqual([]);
    expect(flows('ether1')).toEqual([{ mark: 0x01000000, mask: 0x3f000000 }]);
  });

  it('nobody whom the text names is asked on it → not known any more: it may never be said again', () => {
    const leased = '/ip dhcp-client add interface=ether1\n/ip dhcp-client add interface=ether2\n';
    const memory = started(jalur({ autoHealth: true }, leased)).effects.flatMap(effect =>
      effect.kind === 'save' ? [effect.lines] : [],
    )[0];
    const verdict = { status: 'down', cause: 'upstream', silent: [] } as const;
    const lines = memory && { ...memory, judgements: { ether1: { verdict, evidence, atMs: 1 } } };
    expect(initialState(jalur({ autoHealth: true }, leased), 1, { lines }).judgements).toEqual({});
  });

  it("RouterOS's pace → begins anew", () => {
    expect(kept({ pace: 'routeros' })).toBeUndefined();
    expect(waysOf(next({ ...runConfig(text), pace: 'routeros' }).state)).toEqual(['ether1']);
  });

  it('connections of an outage are held, to go back after a time → that time begins anew', () => {
    const failback = { kind: 'drain', afterMs: 500 } as const;
    const { effects } = next(jalur({ failback }), kept({ failback }));
    expect(effects.filter(({ kind }) => kind === 'timer')).not.toContainEqual(
      expect.objectContaining({ name: 'drain' }),
    );
    const over = started(jalur({ failback }));
    const [saved] = over.effects.flatMap(effect => (effect.kind === 'save' ? [effect.lines] : [])).slice(-1);
    expect(next(jalur({ failback }), saved).effects).toContainEqual({
      kind: 'timer',
      name: 'drain',
      afterMs: 500,
    });
  });
});
