import { describe, expect, it } from 'vitest';
import type { Ipv4 } from '../../../net/index.ts';
import { links, runConfig } from '../../testing/run-config.ts';
import { applied, run } from '../../testing/steps.ts';
import { type CoreEvent, type Effect, initialState, type RunConfig } from '../index.ts';
import type { GatewayState } from '../state.ts';

/** Somebody behind the line answers: one whose cable is back is used from then on. */
const proved = (atMs: number, line = 'ether1'): CoreEvent => ({
  ...{ kind: 'line', line, atMs, verdict: { status: 'up', silent: [] } },
  evidence: { silentMs: 0, lost: 0, asked: [] },
});

const turn = (atMs: number, ...down: readonly string[]): CoreEvent[] => [
  { kind: 'link', atMs, reason: 'a cable' },
  { kind: 'observed', atMs, result: { kind: 'done', interfaces: links(...down) } },
  { kind: 'applied', atMs: atMs + 1, sinceMs: atMs + 1, result: applied },
];

const text = `
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip address add address=192.168.0.1/24 interface=ether3
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall nat add chain=srcnat out-interface=ether2 action=masquerade
/ip route add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=1
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=2
`;
const config = (more: Partial<RunConfig> = {}): RunConfig => ({
  ...runConfig(text),
  pace: 'jalur',
  ...more,
});
const started = (more: Partial<RunConfig> = {}, ...down: readonly string[]) =>
  run(initialState(config(more), 1), { kind: 'start', atMs: 0 }, ...turn(1, ...down)).state;

const moved = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.kind === 'moveFlows' ? effect.flows : []));
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);
const setOf = (state: GatewayState, name: string) =>
  state.reached?.program.nft.sets?.find(one => one.name === name)?.elements;
const heldAt = (state: GatewayState) => setOf(state, 'flows_held_at');
/** Marks that are at home on the first line: none in an outage. */
const homes = (state: GatewayState) => setOf(state, 'flows_homes_1');
const line = (number: number) => ({ mark: number << 24, mask: 0x3f000000 });
const away = (number: number) => (0x80000000 + (number << 24)) >>> 0;

describe('a line dies', () => {
  it('another is alive → its connections move, after the kernel was changed', () => {
    const { state, effects } = run(started(), ...turn(10, 'ether1'));
    expect(moved(effects)).toEqual([line(1)]);
    expect(kinds(effects).indexOf('moveFlows')).toBeGreaterThan(kinds(effects).indexOf('apply'));
    expect([heldAt(state), homes(state)]).toEqual([[away(2)], []]);
  });

  it('the others are dead, too → nothing is cut; one of them returns → what is left behind moves', () => {
    const alone = run(started({}, 'ether2'), ...turn(10, 'ether1', 'ether2'));
    expect(moved(alone.effects)).toEqual([]);
    expect(homes(alone.state)).toEqual([0]);
    expect(moved(run(alone.state, ...turn(20, 'ether1')).effects)).toEqual([line(1)]);
  });

  describe('a while later, once more what did not go', () => {
    const late: CoreEvent = { kind: 'timer', name: 'stragglers', atMs: 800 };
    const dead = () => run(started(), ...turn(10, 'ether1'));

    it('still dead → moved again, once', () => {
      const { state, effects } = dead();
      expect(effects).toContainEqual({ kind: 'timer', name: 'stragglers', afterMs: 700 });
      const again = run(state, late);
      expect(again.effects).toEqual([{ kind: 'moveFlows', flows: [line(1)] }]);
      expect(run(again.state, late).effects).toEqual([]);
    });

    it('it has returned, or there is nowhere better any more → nothing', () => {
      const back = run(dead().state, ...turn(20), proved(25), ...turn(26).slice(1)).state;
      expect(moved(run(back, late).effects)).toEqual([]);
      const alone = run(dead().state, ...turn(20, 'ether1', 'ether2')).state;
      expect(moved(run(alone, late).effects)).toEqual([]);
    });
  });

  it('stays dead → nothing moves again; its other cable comes and goes → nor then', () => {
    const { state } = run(started(), ...turn(10, 'ether1'));
    expect(moved(run(state, ...turn(20, 'ether1'), ...turn(30, 'ether1', 'ether3')).effects)).toEqual([]);
  });

  it('its cable is out → the table that is loaded is the same: main is still its home', () => {
    const before = started();
    const { state } = run(before, ...turn(10, 'ether1'));
    expect(state.reached?.uplinks.map(({ home }) => home)).toEqual([['main'], []]);
    const loaded = (one: GatewayState) => one.reached?.program.nft.text.replace(/ *elements = .*\n/g, '');
    expect(loaded(state)).toBe(loaded(before));
  });

  it('silent on all that the text checks → the same', () => {
    const silent = { status: 'down', cause: 'upstream', silent: ['ping 10.10.10.1'] } as const;
    const evidence = { silentMs: 250, lost: 5, asked: [] };
    const heard = { kind: 'line', line: 'ether1', atMs: 10, verdict: silent, evidence } as const;
    expect(moved(run(started(), heard, ...turn(11).slice(1)).effects)).toEqual([line(1)]);
  });

  it("RouterOS's pace → connections are left to themselves, and the program has nothing for them", () => {
    const { state, effects } = run(started({ pace: 'routeros' }), ...turn(10, 'ether1'));
    expect(moved(effects)).toEqual([]);
    expect(state.reached?.program.nft.text).not.toContain('flows');
    expect(state.reached?.program.nft.sets).toBeUndefined();
  });
});

describe('a line returns', () => {
  const back = (more: Partial<RunConfig>) =>
    run(run(started(more), ...turn(10, 'ether1')).state, ...turn(20), proved(25), ...turn(26).slice(1));

  it('keep → nothing moves, and connections of the outage are held where they are', () => {
    const { state, effects } = back({});
    expect(moved(effects)).toEqual([]);
    expect([heldAt(state), homes(state)]).toEqual([[away(1), away(2)], [0]]);
  });

  it('cut → they go at once', () => {
    const { state, effects } = back({ failback: { kind: 'cut' } });
    expect(moved(effects)).toEqual([1, 2].map(number => ({ mark: away(number), mask: 0xbf000000 })));
    expect(heldAt(state)).toEqual([]);
  });

  it('drain → they are held for that long, then go', () => {
    const { state, effects } = back({ failback: { kind: 'drain', afterMs: 60_000 } });
    expect([moved(effects), heldAt(state)]).toEqual([[], [away(1), away(2)]]);
    expect(effects).toContainEqual({ kind: 'timer', name: 'drain', afterMs: 60_000 });
    const over = run(state, { kind: 'timer', name: 'drain', atMs: 60_021 }, ...turn(60_022).slice(1));
    expect(moved(over.effects).length).toBe(2);
    expect(heldAt(over.state)).toEqual([]);
  });

  it('drain, but another outage begins before → held until that is over and the time has passed again', () => {
    const { state } = back({ failback: { kind: 'drain', afterMs: 60_000 } });
    const again = run(state, ...turn(30, 'ether2'), { kind: 'timer', name: 'drain', atMs: 60_021 });
    const late = run(
      again.state,
      ...turn(60_022, 'ether2').slice(1),
      ...turn(60_030),
      proved(60_035, 'ether2'),
      ...turn(60_036).slice(1),
    );
    expect(heldAt(late.state)).toEqual([away(1), away(2)]);
    expect(late.effects).toContainEqual({ kind: 'timer', name: 'drain', afterMs: 60_000 });
  });

  it('a port that never had a cable → no outage that cut and drain would wait for', () => {
    const { state } = run(started({ failback: { kind: 'cut' } }, 'ether2'), ...turn(20, 'ether2'));
    expect(heldAt(state)).toEqual([]);
  });
});

describe('the program', () => {
  it('the table without the elements of its sets is the same in every state: nothing is loaded anew', () => {
    const texts = [started(), run(started(), ...turn(10, 'ether1')).state].map(state =>
      state.reached?.program.nft.text.replaceAll(/\n *elements = .*/g, ''),
    );
    expect(texts[0]).toBe(texts[1]);
  });

  it('a lease comes, is another, is lost → nothing is loaded anew either: networks and homes are elements of sets', () => {
    const leased = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/routing table add fib name=to_ISP1
/routing table add fib name=to_ISP2
/ip dhcp-client add interface=ether1 add-default-route=no script=":if (\\$bound=1) do={ /ip route set [find comment=probe1] gateway=\\$\\"gateway-address\\" }"
/ip dhcp-client add interface=ether2 add-default-route=no script=":if (\\$bound=1) do={ /ip route set [find comment=probe2] gateway=\\$\\"gateway-address\\" }"
/ip firewall mangle add chain=prerouting action=mark-routing new-routing-mark=to_ISP2 in-interface=ether3
/ip route
add comment=probe1 dst-address=8.8.4.4/32 gateway=10.0.1.254 scope=10
add comment=probe2 dst-address=9.9.9.9/32 gateway=10.0.2.254 scope=10
add check-gateway=ping dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping dst-address=0.0.0.0/0 gateway=9.9.9.9 routing-table=to_ISP2 target-scope=11
`;
    const lease = (line: number, net: string): CoreEvent => ({
      ...{ kind: 'lease', atMs: 10, interface: `ether${line}` },
      lease: {
        ...{ interface: `ether${line}`, address: { address: `${net}.2` as Ipv4, length: 24 } },
        ...{ gateway: `${net}.1` as Ipv4, dns: [], leaseTime: 3600_000 },
      },
    });
    const none = started({ ...runConfig(leased) });
    const first = run(none, lease(1, '10.0.1'), lease(2, '10.0.9'), ...turn(11)).state;
    const second = run(first, lease(1, '172.16.7'), ...turn(21)).state;
    const lost = run(second, { kind: 'lease', atMs: 30, interface: 'ether1' }, ...turn(31)).state;
    const loaded = [none, first, second, lost].map(state =>
      state.reached?.program.nft.text.replaceAll(/\n *elements = .*/g, ''),
    );
    expect(new Set(loaded).size).toBe(1);
    const near = (state: GatewayState) =>
      state.reached?.program.nft.sets?.find(({ name }) => name === 'line_near')?.elements;
    const range = (net: string) => ({ from: `${net}.0`, to: `${net}.255` });
    expect([none, first, second, lost].map(near)).toEqual([
      [],
      [range('10.0.1'), range('10.0.9')],
      [range('10.0.9'), range('172.16.7')],
      [range('10.0.9')],
    ]);
    expect([first, second].map(state => setOf(state, 'flows_homes_2'))).toEqual([[2], [2]]);
    expect(second.watched.map(({ watch }) => watch.line)).toEqual(['ether1', 'ether2']);
  });

  it('a line that is added → the others keep the number that connections carry', () => {
    const more = {
      ...config(),
      router: runConfig(
        `/interface list add name=WAN\n${text.replace('interface=ether1', 'interface=ether0')}${text}`,
      ).router,
    };
    const before = started();
    const after = run(before, { kind: 'config', config: more, atMs: 10 }, ...turn(11).slice(1)).state;
    const numbers = (state: GatewayState) =>
      Object.fromEntries((state.reached?.uplinks ?? []).map(one => [one.interface, one.number]));
    expect(numbers(after)).toMatchObject(numbers(before));
  });
});

describe('resolvers of the LAN', () => {
  const dns = (more: string, pace: 'jalur' | 'routeros' = 'jalur') => {
    const { router } = runConfig(
      `${text}/ip dns set allow-remote-requests=yes servers=1.1.1.1,192.168.0.5\n${more}`,
    );
    return started({ router, pace }).reached?.program.dns;
  };

  it('are asked by each line at once, also while one is dead; those in the LAN as routes lead', () => {
    expect(dns('')?.byLine).toEqual([
      { server: '1.1.1.1', interface: 'ether1' },
      { server: '1.1.1.1', interface: 'ether2' },
    ]);
  });

  it('a resolver with a route of its own → as that leads', () => {
    expect(dns('/ip route add dst-address=1.1.1.1/32 gateway=20.20.20.1\n')?.byLine).toBeUndefined();
  });

  it("RouterOS's pace → as routes lead", () => {
    expect(dns('', 'routeros')?.byLine).toBeUndefined();
  });
});
