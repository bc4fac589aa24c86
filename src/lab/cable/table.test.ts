import { expect, it } from 'vitest';
import { CableTable } from './table.ts';

it('shares settings and counters through its memory', () => {
  const ours = new CableTable(2);
  const theirs = new CableTable(ours.memory);
  ours.change(1, { delay: 15, jitter: 2, loss: 0.5 });
  ours.change(1, { cut: true });
  expect(theirs.settings(1)).toEqual({ delay: 15, jitter: 2, loss: 0.5, cut: true });
  expect(theirs.settings(0)).toEqual({ delay: 0, jitter: 0, loss: 0, cut: false });
  theirs.count(1, 'dropped');
  theirs.count(1, 'dropped');
  theirs.count(1, 'passed');
  expect(ours.counts(1)).toEqual({ passed: 1, dropped: 2 });
  expect(theirs.stopped).toBe(false);
  ours.stop();
  expect(theirs.stopped).toBe(true);
});
