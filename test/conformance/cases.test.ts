import { expect, it } from 'vitest';
import { cases } from './cases/index.ts';
import { differences, onRouterOs } from './cases/routeros.ts';
import { WalkSubject } from './subject-walk.ts';
import { runSuite } from './suite.ts';

runSuite(() => new WalkSubject('linux'), cases);
runSuite(() => new WalkSubject('routeros'), cases.map(onRouterOs));

it('has at least 150 cases, each with a sentence of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(new Set(cases.map(({ says }) => says)).size).toBe(cases.length);
});

it('knows every case of which it says that RouterOS differs', () => {
  expect(Object.keys(differences).filter(says => !cases.some(one => one.says === says))).toEqual([]);
});
