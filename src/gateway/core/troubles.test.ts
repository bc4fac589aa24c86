import { expect, it } from 'vitest';
import { links, runConfig } from '../testing/run-config.ts';
import { applied, run } from '../testing/steps.ts';
import { type Effect, initialState, step } from './index.ts';

const error = { what: 'EPERM', do: 'Run as root.' };

const started = () =>
  run(
    initialState(runConfig(), 1),
    { kind: 'start', atMs: 1 },
    { kind: 'observed', atMs: 2, result: { kind: 'done', interfaces: links() } },
    { kind: 'applied', atMs: 3, sinceMs: 3, result: applied },
  ).state;

const eventsOf = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.kind === 'emit' ? [effect.event] : []));

it('work beside the kernel failed → that alone is forgotten, and the condition names it', () => {
  const state = started();
  const failing = (effect: 'services' | 'save') =>
    step(state, { kind: 'performed', atMs: 10, effect, error: error });
  const services = failing('services');
  expect(services.state.services).toBeUndefined();
  expect(services.state.saved).toBe(state.saved);
  expect(services.effects[0]).toEqual({ kind: 'timer', name: 'retry', afterMs: 1000 });
  const save = failing('save');
  expect(save.state.saved).toBeUndefined();
  expect(save.state.services).toBe(state.services);
  expect(eventsOf(save.effects)).toMatchObject([
    { type: 'problem', atMs: 10, condition: { code: 'gateway/effect-failed', about: 'save' } },
  ]);
  const cleared = step(save.state, { kind: 'performed', atMs: 11, effect: 'save' });
  expect(eventsOf(cleared.effects)).toMatchObject([
    { type: 'cleared', atMs: 11, condition: { code: 'gateway/effect-failed', about: 'save' } },
  ]);
});

it.each(['connections', 'flows'] as const)(
  '%s did not end, which is not tried again → said for an hour after it failed last',
  effect => {
    const failed = run(started(), { kind: 'performed', atMs: 10, effect, error: error });
    const name = `past-${effect}` as const;
    const timer = { kind: 'timer', name, afterMs: 3_600_000 } as const;
    expect(failed.effects.filter(({ kind }) => kind === 'timer')).toEqual([timer]);
    const hour = run(failed.state, { kind: 'timer', atMs: 3_600_010, name });
    expect(eventsOf(hour.effects)).toMatchObject([
      { type: 'cleared', condition: { code: 'gateway/effect-failed', about: effect } },
    ]);
    expect(hour.state.conditions).toEqual([]);
  },
);
