import { expect, it } from 'vitest';
import type { DecisionEvent, GatewayEvent } from '../core/index.ts';
import { startTally, tallied } from './tally.ts';

const after = (...events: readonly GatewayEvent[]) => events.reduce(tallied, startTally);
const link = (running: boolean): GatewayEvent => ({ type: 'link', atMs: 1, interface: 'ether2', running });
const line = (status: 'up' | 'down' | 'degraded'): GatewayEvent => {
  return { type: 'line', atMs: 1, line: 'ether2', status, sinceMs: 1 };
};

it('failovers: link, check and line say that one fall → counted once; the next fall → twice', () => {
  const check: GatewayEvent = {
    ...{ type: 'check', atMs: 1, key: 'k', address: '8.8.8.8', interface: 'ether2', reachable: false },
  };
  const fallen = after(link(false), check, line('down'));
  expect(fallen.failovers).toEqual({ ether2: 1 });
  const back = [link(true), { ...check, reachable: true }, line('up'), line('degraded')] as const;
  expect([...back, line('down')].reduce(tallied, fallen).failovers).toEqual({ ether2: 2 });
});

it('decisions: changed, unchanged, refused → counted; only those that change something are timed', () => {
  const decision: DecisionEvent = {
    ...{ type: 'decision', atMs: 1, durationMs: 40, reason: '', causes: [], scripts: [], refused: [] },
    steps: { waited: 1, decided: 2, applied: 37 },
    changes: ['delete route x'],
  };
  const { decisions } = after(decision, { ...decision, changes: [] }, { ...decision, refused: ['y'] });
  expect(decisions).toMatchObject({ changed: 1, unchanged: 1, refused: 1 });
  expect(decisions.whole.sum).toBeCloseTo(0.08);
  expect(decisions.steps.applied.sum).toBeCloseTo(0.074);
});
