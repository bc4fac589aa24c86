import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { withoutEquals } from './without-equals.ts';

const entries = (...keys: readonly string[]): readonly Entry[] =>
  keys.map((key, position) => ({
    kind: 'item',
    menu: '/ip route',
    position,
    factory: undefined,
    properties: new Map(),
    hidden: new Map(),
    text: '',
    key,
    origin: undefined,
    changes: [],
  }));

const left = (one: readonly string[], other: readonly string[]): readonly string[] =>
  withoutEquals(entries(...one), entries(...other)).map(({ key, position }) => `${key}${position}`);

describe('withoutEquals', () => {
  it.each([
    ['one of two equals is more than one', ['a', 'a'], ['a'], 1],
    ['as many on both sides, in another order', ['a', 'b', 'a'], ['b', 'a', 'a'], 0],
  ])('%s', (_, one, other, count) => {
    expect(left(one, other)).toHaveLength(count);
  });

  it.each([
    ['changed before its new equal', ['a', 'a', 'b'], ['x', 'a', 'b'], ['a0']],
    ['changed after its new equal', ['b', 'a', 'a'], ['b', 'a', 'x'], ['a2']],
  ])('a new equal %s → the one that was not there is left', (_, one, other, expected) => {
    expect(left(one, other)).toEqual(expected);
  });
});
