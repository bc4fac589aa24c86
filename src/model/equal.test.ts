import { expect, it } from 'vitest';
import { equal } from './index.ts';

it('equal: the same data in another order of keys → true', () => {
  expect(equal({ a: 1, b: [{ c: 'x' }] }, { b: [{ c: 'x' }], a: 1 })).toBe(true);
  expect(equal<unknown>(Number.NaN, Number.NaN)).toBe(true);
});

it('equal: an undefined key and an absent one → true', () => {
  expect(equal<{ a: number; b?: number | undefined }>({ a: 1, b: undefined }, { a: 1 })).toBe(true);
});

it('equal: another value, length, order, kind or key → false', () => {
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [{ a: 1 }, { a: 2 }],
    [[1], [1, 2]],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [null, {}],
    ['1', 1],
  ];
  for (const [a, b] of pairs) expect([equal(a, b), equal(b, a)]).toEqual([false, false]);
});
