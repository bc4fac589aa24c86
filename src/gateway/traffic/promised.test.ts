import { expect, it } from 'vitest';
import { threeLines } from '../../compile/testing/index.ts';
import { type CoreEvent, initialState } from '../core/index.ts';
import type { GatewayState } from '../core/state.ts';
import { runConfig } from '../testing/run-config.ts';
import { applied, run } from '../testing/steps.ts';
import { promisedShares } from './promised.ts';

const ports = ['ether1', 'ether2', 'ether3', 'ether4'];

const turn = (atMs: number, down?: string): CoreEvent[] => [
  { kind: 'link', atMs, reason: 'a cable' },
  {
    ...{ kind: 'observed', atMs },
    result: {
      kind: 'done',
      interfaces: Object.fromEntries(
        ports.map(name => [name, { name, running: name !== down, addresses: [] }]),
      ),
    },
  },
  { kind: 'applied', atMs: atMs + 1, sinceMs: atMs + 1, result: applied },
];

const started = (): GatewayState => {
  const config = { ...runConfig(threeLines), pace: 'jalur', balance: 'adaptive' } as const;
  return run(initialState(config, 1), { kind: 'start', atMs: 0 }, ...turn(1)).state;
};

/** With other weights, as what lines deliver makes them. */
const weighed = (state: GatewayState, weights: GatewayState['weights']): GatewayState =>
  run({ ...state, weights }, ...turn(10)).state;

/** Parts of the table in force, by line. */
function tableOf({ reached }: GatewayState): Readonly<Record<string, number>> {
  const [shared] = reached?.shares ?? [];
  if (!shared) throw new Error('no table');
  const part = (line: string): number =>
    shared.table.filter(mark => shared.lines[mark] === line).length / shared.table.length;
  return Object.fromEntries(ports.slice(0, 3).map(line => [line, part(line)]));
}

async function settled(shares: ReturnType<typeof promisedShares>, { reached }: GatewayState) {
  for (;;) {
    const found = shares.now(reached);
    if (Object.keys(found).length > 0) return found;
    await new Promise(resolve => setImmediate(resolve));
  }
}

it('buckets → what the table in force gives each line, also when weights follow the lines, and when one is dead', async () => {
  const before = started();
  const follows = weighed(before, { one: 0.1, two: 0.6, three: 0.3 });
  const dead = run(follows, ...turn(20, 'ether2')).state;
  const shares = promisedShares();
  for (const state of [before, follows, dead]) {
    const found = await settled(shares, state);
    for (const [line, part] of Object.entries(tableOf(state))) expect(found[line]).toBeCloseTo(part, 1);
  }
  expect(tableOf(follows)['ether1']).toBeLessThan(0.15);
});

it('another table, or another configuration → unknown until it is worked out', async () => {
  const before = started();
  const shares = promisedShares();
  await settled(shares, before);
  expect(shares.now(weighed(before, { one: 0.1, two: 0.6, three: 0.3 }).reached)).toEqual({});
  await settled(shares, before);
  const pcc = { ...runConfig(threeLines), pace: 'jalur' } as const;
  const { state } = run(before, { kind: 'config', atMs: 30, config: pcc }, ...turn(31).slice(1));
  expect(shares.now(state.reached)).toEqual({});
  expect((await settled(shares, state))['ether1']).toBeCloseTo(0.5, 1);
});
