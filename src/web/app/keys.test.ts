import { expect, it } from 'vitest';
import { deedOf } from './keys.ts';
import { places } from './places.ts';

it('keys of pages: each has one of its own', () => {
  expect(new Set(places.map(({ key }) => key)).size).toBe(places.length);
});

it.each([
  ['g', undefined, { kind: 'wait' }],
  ['o', 'g', { kind: 'go', path: '/' }],
  ['r', 'g', { kind: 'go', path: '/routes' }],
  ['/', undefined, { kind: 'find' }],
  ['?', undefined, { kind: 'help' }],
  ['o', undefined, undefined],
  ['x', 'g', undefined],
] as const)('%s after %s → %j', (key, before, deed) => expect(deedOf(key, before)).toEqual(deed));
