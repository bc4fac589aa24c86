import { describe, expect, it } from 'vitest';
import { links, runConfig } from '../../testing/run-config.ts';
import { applied, decisionsIn, run } from '../../testing/steps.ts';
import type { CoreEvent, GatewayState, WanAction } from '../index.ts';
import { initialState } from '../index.ts';

const wan = (line: string, action: WanAction, atMs = 10): CoreEvent => ({ kind: 'wan', line, action, atMs });
const seen = (atMs: number, ...down: readonly string[]): CoreEvent => ({
  ...{ kind: 'observed', atMs },
  result: { kind: 'done', interfaces: links(...down) },
});
const done = (atMs: number): CoreEvent => ({ kind: 'applied', atMs, sinceMs: atMs, result: applied });
const turn = (atMs: number): readonly CoreEvent[] => [seen(atMs), done(atMs + 1)];

function started(pace: 'jalur' | 'routeros' = 'jalur', forced: readonly string[] = []): GatewayState {
  const first = initialState({ ...runConfig(), pace }, 1, { forced });
  return run(first, { kind: 'start', atMs: 1 }, ...turn(2)).state;
}

const ways = ({ reached }: GatewayState): readonly (string | undefined)[] =>
  (reached?.rib.routes ?? [])
    .filter(({ active, destination }) => active && destination === '0.0.0.0/0')
    .flatMap(({ gateways }) => gateways.map(({ text }) => text));

describe.each(['jalur', 'routeros'] as const)('a line taken down by hand, at pace %s', pace => {
  it('routes leave it, its state and a condition say why, and that is kept for the next start', () => {
    const before = started(pace);
    expect(ways(before)).toEqual(['10.10.10.1']);
    const { state, effects } = run(before, wan('ether1', 'down'), ...turn(11));
    expect(ways(state)).toEqual(['20.20.20.1']);
    expect(state.lines['ether1']).toMatchObject({ status: 'down', cause: 'forced', sinceMs: 10 });
    expect(state.conditions).toMatchObject([{ code: 'gateway/line-down', facts: { cause: 'forced' } }]);
    expect(effects).toContainEqual({ kind: 'saveForced', lines: ['ether1'] });
    expect(decisionsIn(effects)).toMatchObject([{ reason: 'ether1 was taken down by hand' }]);
  });

  it('given back → its health decides again, the condition is cleared', () => {
    const down = run(started(pace), wan('ether1', 'down'), ...turn(11)).state;
    const { state, effects } = run(down, wan('ether1', 'up', 20), ...turn(21));
    expect(ways(state)).toEqual(['10.10.10.1']);
    expect(state.conditions).toEqual([]);
    expect(effects).toContainEqual({ kind: 'saveForced', lines: [] });
  });

  it('asked for once more → nothing happens', () => {
    const down = run(started(pace), wan('ether1', 'down'), ...turn(11)).state;
    expect(run(down, wan('ether1', 'down', 20)).effects).toEqual([]);
    expect(run(started(pace), wan('ether1', 'up')).effects).toEqual([]);
  });

  it('it was down when the gateway ended → down from the start, nothing has to be kept anew', () => {
    const first = initialState({ ...runConfig(), pace }, 1, { forced: ['ether1'] });
    const { state, effects } = run(first, { kind: 'start', atMs: 1 }, ...turn(2));
    expect(ways(state)).toEqual(['20.20.20.1']);
    expect(state.lines['ether1']).toMatchObject({ status: 'down', cause: 'forced' });
    expect(effects.filter(({ kind }) => kind === 'saveForced')).toEqual([]);
  });
});

it('a line taken down by hand: it also loses its carrier → the hand is what is said, until it is given back', () => {
  const down = run(started(), wan('ether1', 'down'), ...turn(11)).state;
  const unplugged = run(down, { kind: 'link', atMs: 20, reason: '' }, seen(21, 'ether1'), done(22)).state;
  expect(unplugged.lines['ether1']?.cause).toBe('forced');
  const back = run(unplugged, wan('ether1', 'up', 30), seen(31, 'ether1'), done(32)).state;
  expect(back.lines['ether1']?.cause).toBe('carrier');
});

it('a line taken down by hand: it cannot be kept → a condition, kept with the next turn', () => {
  const down = run(started(), wan('ether1', 'down'), ...turn(11)).state;
  const error = { what: 'ENOSPC', do: 'Make room.' };
  const failed = run(down, { kind: 'performed', effect: 'forced', atMs: 13, error });
  expect(failed.state.conditions.map(({ code }) => code)).toContain('gateway/effect-failed');
  const again = run(failed.state, { kind: 'timer', name: 'retry', atMs: 1013 }, ...turn(1014));
  expect(again.effects).toContainEqual({ kind: 'saveForced', lines: ['ether1'] });
});
