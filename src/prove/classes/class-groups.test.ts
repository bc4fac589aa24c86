import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossed, listed, someOf, spreadOver } from './class-groups.ts';

const pairs = crossed('pair' as const, [1, 2, 3], ['a', 'b'], (one, other) => ({
  direction: 'pair' as const,
  text: `${one}${other}`,
}));

test('class groups: all that there are → each in order', () => {
  const single = listed([{ direction: 'pair' as const, text: 'single' }]);
  const { classes, leftOut } = someOf([...single, pairs], 100);
  expect(classes.map(({ text }) => text)).toEqual(['single', '1a', '1b', '2a', '2b', '3a', '3b']);
  expect(leftOut).toBe(0);
});

test('class groups: more than wanted → as many as wanted, from all over, and how many are left out', () => {
  const { classes, leftOut } = someOf([pairs, pairs], 4);
  expect(classes).toHaveLength(4);
  expect(leftOut).toBe(8);
});

test('class groups: more than wanted → small groups whole, and the rest from the large one', () => {
  const many = Array.from({ length: 1000 }, (_, i) => i);
  const large = crossed('large' as const, many, many, (one, other) => ({
    direction: 'large' as const,
    text: `${one}-${other}`,
  }));
  const small = listed([1, 2, 3].map(i => ({ direction: 'small' as const, text: `small ${i}` })));
  const { classes, leftOut } = someOf<{ direction: 'large' | 'small' | 'pair'; text: string }>(
    [large, ...small, pairs],
    100,
  );
  expect(classes.slice(91).map(({ text }) => text)).toEqual([
    ...['small 1', 'small 2', 'small 3'],
    ...['1a', '1b', '2a', '2b', '3a', '3b'],
  ]);
  expect([classes.length, leftOut]).toEqual([100, 1_000_009 - 100]);
  expect(new Set(classes.slice(0, 91).map(({ text }) => text.split('-')[0])).size).toBe(91);
});

test('class groups: more groups than wanted → one of each of some, from all over', () => {
  const groups = listed(Array.from({ length: 50 }, (_, i) => ({ direction: 'one' as const, i })));
  const { classes, leftOut } = someOf(groups, 10);
  expect([classes.length, leftOut]).toEqual([10, 40]);
  expect(classes.at(-1)?.i).toBeGreaterThan(40);
  expect(
    someOf([{ direction: 'one' as const, size: 0, at: () => undefined }, ...groups], 1).classes,
  ).toHaveLength(1);
});

test('class groups: a product too large for memory → some of it', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => i);
  const huge = crossed('pair' as const, many, many, (one, other) => ({
    direction: 'pair' as const,
    one,
    other,
  }));
  const { classes, leftOut } = someOf([huge], 1000);
  expect(new Set(classes.map(({ one }) => one)).size).toBe(1000);
  expect(new Set(classes.map(({ other }) => other)).size).toBeGreaterThan(900);
  expect(leftOut).toBe(1e10 - 1000);
});

test('spread over: a list that recurs every second → both kinds', () => {
  const all = Array.from({ length: 200 }, (_, i) => i % 2);
  expect(new Set(spreadOver(all, 100)).size).toBe(2);
  expect(spreadOver(all, 500)).toEqual(all);
});

test('spread over: any part of any list → as many as asked, none twice', () => {
  const sizes = fc.record({
    total: fc.integer({ min: 0, max: 3000 }),
    most: fc.integer({ min: 0, max: 1000 }),
  });
  fc.assert(
    fc.property(sizes, ({ total, most }) => {
      const all = Array.from({ length: total }, (_, i) => i);
      const taken = spreadOver(all, most);
      expect(new Set(taken).size).toBe(Math.min(total, most));
    }),
  );
});
