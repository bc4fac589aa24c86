import { expect, it } from 'vitest';
import { trialOf } from './trial.ts';

const trial = {
  ...{ file: 'office.rsc', hash: 'a'.repeat(64), previous: 'b'.repeat(64), inForce: true },
  until: '2026-11-30T00:01:00Z',
};

it('on trial for a minute still, and the clock of the browser is an hour behind → a minute by its clock', () => {
  const heardAt = Date.parse('2026-11-29T23:00:00Z');
  expect(trialOf({ at: '2026-11-30T00:00:00Z', trial }, heardAt)).toEqual({
    ...{ file: 'office.rsc', hash: 'a'.repeat(64), until: heardAt + 60_000 },
  });
  expect(trialOf({ at: '2026-11-30T00:00:00Z' }, heardAt)).toBeUndefined();
});
