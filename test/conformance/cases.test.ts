import { expect, it } from 'vitest';
import { cases } from './cases/index.ts';
import { WalkSubject } from './subject-walk.ts';
import { runSuite } from './suite.ts';

runSuite(() => new WalkSubject('linux'), cases);

it('has at least 150 cases, each with a sentence of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ says }) => says)).size).toBe(cases.length);
});
