import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLinux } from '../../../compile/index.ts';
import { threeLines } from '../../../compile/testing/index.ts';
import { bucketCounts, movedBuckets } from '../../../pcc/index.ts';
import { runConfig } from '../../testing/run-config.ts';
import { applied, run } from '../../testing/steps.ts';
import { type CoreEvent, type Interfaces, initialState, type RunConfig } from '../index.ts';
import { savedOf } from '../leases/index.ts';
import type { GatewayState } from '../state.ts';
import { keptShares } from './index.ts';

const links = (...down: readonly string[]): Interfaces =>
  Object.fromEntries(
    ['ether1', 'ether2', 'ether3', 'ether4'].map(name => [
      name,
      { name, running: !down.includes(name), addresses: [] },
    ]),
  );

const turn = (atMs: number, ...down: readonly string[]): CoreEvent[] => [
  { kind: 'link', atMs, reason: 'a cable' },
  { kind: 'observed', atMs, result: { kind: 'done', interfaces: links(...down) } },
  { kind: 'applied', atMs: atMs + 1, sinceMs: atMs + 1, result: applied },
];

const proved = (atMs: number, line: string): CoreEvent => ({
  ...{ kind: 'line', line, atMs, verdict: { status: 'up', silent: [] } },
  evidence: { silentMs: 0, lost: 0, asked: [] },
});

const config = (text: string, more: Partial<RunConfig> = {}): RunConfig => ({
  ...runConfig(text),
  ...{ pace: 'jalur', balance: 'buckets' },
  ...more,
});
const started = () => run(initialState(config(threeLines), 1), { kind: 'start', atMs: 0 }, ...turn(1)).state;
const tableOf = (state: GatewayState) => state.reached?.shares[0]?.table ?? [];
const loaded = (state: GatewayState) => state.reached?.program.nft.text.replace(/ *elements = .*\n/g, '');

describe('a gateway whose connections are divided by buckets', () => {
  it('a cable is out → the buckets of its line alone have another owner; nothing is loaded', () => {
    const before = started();
    const { state } = run(before, ...turn(10, 'ether2'));
    expect(tableOf(before)).toHaveLength(256);
    expect(tableOf(before).every((mark, i) => mark === 'two' || mark === tableOf(state)[i])).toBe(true);
    expect(tableOf(state)).not.toContain('two');
    expect(loaded(state)).toBe(loaded(before));
  });

  it('the line is back and answers → everybody has the bucket of before', () => {
    const before = started();
    const { state } = run(
      before,
      ...turn(10, 'ether2'),
      ...turn(20),
      proved(25, 'ether2'),
      ...turn(26).slice(1),
    );
    expect(tableOf(state)).toEqual(tableOf(before));
  });

  it('a configuration without one line is applied → only its buckets move', () => {
    const before = started();
    const text = threeLines.replace(/.*:4\/3.*\n/, '').replaceAll(':4/', ':3/');
    const reload: CoreEvent = { kind: 'config', atMs: 20, config: config(text) };
    const { state } = run(before, reload, ...turn(21).slice(1));
    const gone = tableOf(before).filter(mark => mark === 'three').length;
    expect(movedBuckets(tableOf(before), tableOf(state))).toBe(gone);
  });

  it('PCC as the text has it → no table', () => {
    const { state } = run(
      initialState(config(threeLines, { balance: 'pcc' }), 1),
      { kind: 'start', atMs: 0 },
      ...turn(1),
    );
    expect(state.reached?.shares).toEqual([]);
    expect(state.reached?.program.nft.text).toContain('mod 4 seed');
  });
});

describe('a gateway whose shares follow its lines', () => {
  const follows = (more: Partial<RunConfig> = {}) =>
    run(
      initialState(config(threeLines, { balance: 'adaptive', ...more }), 1),
      { kind: 'start', atMs: 0 },
      ...turn(1),
    ).state;
  /** ether1 is full with 10 Mbit/s; the others carry a little, and their probes do not wait. */
  const second = (atMs: number, full = true): CoreEvent => ({
    ...{ kind: 'second', atMs },
    lines: ['ether1', 'ether2', 'ether3'].map(line => ({
      ...{ line, isUp: true, sentBps: 0 },
      receivedBps: line === 'ether1' && full ? 10e6 : 1e6,
      roundTripsMs: [line === 'ether1' && full && atMs > 6000 ? 150 : 10],
    })),
  });
  const seconds = (count: number, full = true) =>
    Array.from({ length: count }, (_, i) => second((i + 1) * 1000, full));
  /** ether1 is full with 10 Mbit/s, then with 3: less is believed of it. */
  const learned = (more: Partial<RunConfig> = {}): GatewayState => {
    const slower = seconds(60).slice(30);
    const lines = slower.flatMap(one => (one.kind === 'second' ? [one] : []));
    const full = lines.map(one => ({
      ...one,
      lines: one.lines.map(line => (line.line === 'ether1' ? { ...line, receivedBps: 3e6 } : line)),
    }));
    return run(follows(more), ...seconds(30), ...full, ...settle(61_000)).state;
  };
  const settle = (atMs: number): CoreEvent[] => turn(atMs).slice(1);

  it('one is full and others are not → weights, a turn with the reason, fewer buckets; connections stay', () => {
    const before = follows({ spill: true });
    const heard = run(before, ...seconds(30));
    expect(heard.state.weights?.['one']).toBeLessThan(0.5);
    expect(heard.effects.map(({ kind }) => kind)).toContain('observe');
    const { state, effects } = run(heard.state, ...settle(31_000));
    const count = (one: GatewayState) => tableOf(one).filter(mark => mark === 'one').length;
    expect(count(state)).toBeLessThan(count(before));
    expect(state.reshared?.why).toMatch(/^ether1 \d+ % → \d+ % \(full while another line is not\)/);
    expect(effects.filter(({ kind }) => kind === 'moveFlows')).toEqual([]);
    expect(loaded(state)).toBe(loaded(before));
  });

  it('nothing tells anything of a line → no turn', () => {
    const { state, effects } = run(follows(), ...seconds(120, false));
    expect(effects).toEqual([]);
    expect(state.weights).toBeUndefined();
  });

  it('a second for a gateway that does not follow its lines → nothing', () => {
    const { state, effects } = run(started(), ...seconds(30));
    expect(effects).toEqual([]);
    expect(state.sharing).toBeUndefined();
  });

  it('a configuration whose shares do not follow → its own weights', () => {
    const heard = run(follows({ spill: true }), ...seconds(30), ...settle(31_000)).state;
    const reload: CoreEvent = { kind: 'config', atMs: 40_000, config: config(threeLines) };
    const { state } = run(heard, reload, ...settle(41_000));
    expect(state.reached?.weights).toBeUndefined();
    expect(state.reached?.shares[0]?.weights).toEqual(state.reached?.shares[0]?.stated);
  });

  it('any seconds of any lines → only buckets move, as few as can be; no connection, no line without any', () => {
    const line = fc.record({
      receivedBps: fc.constantFrom(0, 1e6, 10e6, 50e6),
      waits: fc.boolean(),
    });
    const minute = fc.array(fc.tuple(line, line, line), { minLength: 12, maxLength: 12 });
    const seconds = (windows: readonly (readonly { receivedBps: number; waits: boolean }[])[]): CoreEvent[] =>
      windows.flatMap((lines, window) =>
        [1, 2, 3, 4, 5].map(at => ({
          ...{ kind: 'second', atMs: (window * 5 + at) * 1000 },
          lines: lines.map(({ receivedBps, waits }, i) => ({
            ...{ line: `ether${i + 1}`, isUp: true, sentBps: 0, receivedBps },
            roundTripsMs: [waits ? 150 : 10],
          })),
        })),
      );
    fc.assert(
      fc.property(minute, fc.boolean(), (windows, spill) => {
        let state = follows({ spill });
        const text = loaded(state);
        for (const second of seconds(windows)) {
          const before = state;
          const heard = run(state, second);
          const kinds = heard.effects.map(({ kind }) => kind);
          const after = kinds.includes('observe') ? run(heard.state, ...settle(second.atMs + 1)) : heard;
          state = after.state;
          expect([...kinds, ...after.effects.map(({ kind }) => kind)]).not.toContain('moveFlows');
          expect(after.effects.map(({ kind }) => kind)).not.toContain('forget');
          const counts = (one: GatewayState) => bucketCounts(one.reached?.shares[0]?.weights ?? [], 256);
          const due = [...counts(state)].reduce(
            (sum, [mark, count]) => sum + Math.max(0, count - (counts(before).get(mark) ?? 0)),
            0,
          );
          expect(movedBuckets(tableOf(before), tableOf(state))).toBe(due);
          expect(new Set(tableOf(state)).size).toBe(3);
        }
        expect(loaded(state)).toBe(text);
      }),
      { numRuns: 12, seed: Number(process.env['JALUR_SEED'] ?? 1) },
    );
  });

  it('started again within an hour → the weights of before from the first decision on, and what was learned', () => {
    const heard = learned();
    const saved = keptShares(heard);
    const again = run(
      initialState(config(threeLines, { balance: 'adaptive' }), 1, { shares: saved }),
      { kind: 'start', atMs: 0 },
      ...turn(1),
    ).state;
    expect(heard.weights).toBeDefined();
    expect(again.reached?.shares[0]?.weights).toEqual(heard.reached?.shares[0]?.weights);
    const { state } = run(again, second(2000, false));
    expect(state.sharing?.lines['ether1']?.capacityBps).toBe(heard.sharing?.lines['ether1']?.capacityBps);
    expect(state.sharing?.shares).toEqual(heard.sharing?.shares);
  });

  it('started again with another text or other options → the weights of that text', () => {
    const heard = learned();
    const again = (text: string, more: Partial<RunConfig>) =>
      run(
        initialState(config(text, more), 1, { shares: keptShares(heard) }),
        { kind: 'start', atMs: 0 },
        ...turn(1),
      ).state.reached?.shares[0];
    const renamed = again(threeLines.replaceAll('=one', '=uno'), { balance: 'adaptive' });
    expect(renamed?.weights).toEqual(renamed?.stated);
    const still = again(threeLines, { balance: 'buckets', spill: true });
    expect(still?.weights).toEqual(still?.stated);
  });

  it('what is known is written down every five minutes, also where no share changes', () => {
    const { effects } = run(follows(), ...seconds(301, false));
    expect(effects.filter(({ kind }) => kind === 'save')).toHaveLength(1);
  });

  it('a line is dead for a while → what is known of lines stays', () => {
    const heard = learned();
    const dead = run(heard, ...turn(62_000, 'ether2'), second(63_000)).state;
    const known = (one: GatewayState) =>
      Object.entries(one.sharing?.lines ?? {}).map(([line, { capacityBps }]) => [line, capacityBps]);
    expect(known(dead)).toEqual(known(heard));
    expect(dead.sharing?.stated).toEqual(heard.sharing?.stated);
  });

  it('what is saved for other commands → they find the very table in force, whichever line is dead', () => {
    for (const state of [learned(), run(learned(), ...turn(62_000, 'ether3')).state]) {
      const { router, rib, world } = state.reached ?? {};
      if (!router || !rib || !world) throw new Error('nothing reached');
      const saved = JSON.parse(JSON.stringify(savedOf(state, []).world?.sharing));
      expect(saved).toMatchObject({ balance: 'adaptive' });
      const { shares } = compileLinux(router, rib, world, { seed: 0, shares: saved });
      expect(shares[0]?.table).toEqual(tableOf(state));
      const fresh = compileLinux(router, rib, world, { seed: 0, shares: {} });
      expect(fresh.shares[0]?.table).not.toEqual(tableOf(state));
    }
  });

  it('rates that are said of all lines → where shares start, in bit/s', () => {
    const rates = Object.fromEntries(
      [40e6, 10e6, 10e6].map((download, i) => [`ether${i + 1}`, { download, upload: 5e6 }]),
    );
    const { state } = run(follows({ rates }), second(1000));
    expect(state.sharing?.stated.map(({ limitBps }) => limitBps)).toEqual([40e6, 10e6, 10e6]);
    expect(state.sharing?.scale).toBe(1);
  });
});
