import { expect, it } from 'vitest';
import { condition, conditionKey } from '../conditions/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import { history } from './history.ts';

const link = (atMs: number): GatewayEvent => ({ type: 'link', atMs, interface: 'ether1', running: true });
const problem = condition('gateway/line-down', { interface: 'ether1', cause: 'carrier' });

/** A history whose clock goes on by a second with each event. */
function ticking() {
  let seconds = 0;
  return history(() => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)));
}

it('history: more than is kept → the latest, oldest first, numbered without gaps', () => {
  const all = ticking();
  for (let i = 1; i <= 1010; i++) all.add(link(i));
  const entries = all.entries();
  expect(entries.length).toBe(1000);
  expect([entries[0]?.seq, entries.at(-1)?.seq]).toEqual([11, 1010]);
});

it('history: asked since a time → what happened then and later', () => {
  const all = ticking();
  for (let i = 0; i < 5; i++) all.add(link(i));
  expect(all.entries('2026-01-01T00:00:03.000Z').map(({ seq }) => seq)).toEqual([4, 5]);
  expect(all.entries('2027-01-01T00:00:00.000Z')).toEqual([]);
});

it('history: a decision with very many changes → the first of them and how many more; who listens gets all', () => {
  const all = ticking();
  const changes = Array.from({ length: 100 }, (_, i) => `add route ${i}`);
  const steps = { waited: 0, decided: 0, applied: 0 };
  const more = { durationMs: 0, reason: 'start', causes: [], steps, refused: [], scripts: [] };
  const said = all.add({ type: 'decision', atMs: 1, changes, ...more });
  expect(said.event).toMatchObject({ changes });
  const [kept] = all.entries();
  expect(kept?.event).toMatchObject({ changes: [...changes.slice(0, 40), '… and 60 more'] });
});

it('history: a condition is raised, changes its words, is cleared → open since the first; then not', () => {
  const all = ticking();
  all.add({ type: 'problem', atMs: 1, condition: problem });
  all.add({ type: 'problem', atMs: 2, condition: { ...problem, what: 'other words' } });
  expect(all.openSince.get(conditionKey(problem))).toBe('2026-01-01T00:00:00.000Z');
  all.add({ type: 'cleared', atMs: 3, condition: problem });
  expect(all.openSince.size).toBe(0);
});
