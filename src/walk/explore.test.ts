import { describe, expect, it } from 'vitest';
import { type Chooser, decisionsOf, explore, met, reduce, type Seen } from './index.ts';

const packet = { src: 1, dst: 2, protocol: 6, srcPort: 3, dstPort: 4 };
const arithmetic = { pccKey: 'packed', pccBucket: 'remainder' } as const;

/** Asks for the bucket of one hash. */
const bucket = (choose: Chooser, point: number, denominator: number): number =>
  choose(point, denominator, () => ({
    same: `pcc:${denominator}`,
    hash: { arithmetic, kind: 'src-address', packet, denominator },
  }));

describe('explore', () => {
  it('more than eight ways → all of them are walked, in order', () => {
    const { outcomes, complete } = explore(choose => choose(0, 64));
    expect(outcomes.map(({ result }) => result)).toEqual(Array.from({ length: 64 }, (_, i) => i));
    expect(complete).toBe(true);
  });

  it('twelve questions of two answers → 4096 ways, complete; thirteen → not complete', () => {
    const run = (questions: number) =>
      explore(choose => Array.from({ length: questions }, (_, i) => choose(i, 2)).join(''));
    expect(new Set(run(12).outcomes.map(({ result }) => result)).size).toBe(4096);
    expect(run(12).complete).toBe(true);
    expect(run(13).complete).toBe(false);
    expect(run(13).outcomes).toHaveLength(4096);
  });

  it('questions with the same text → one answer', () => {
    const ask = (choose: Chooser) => choose(0, 3, () => ({ same: 'x' }));
    const { outcomes } = explore(choose => [ask(choose), ask(choose)]);
    expect(outcomes.map(({ result }) => result)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('one hash in two buckets that exclude each other → no way; shares go to the others', () => {
    const { outcomes } = explore(choose => [bucket(choose, 0, 2), bucket(choose, 1, 4)]);
    expect(outcomes.map(({ result }) => result)).toEqual([
      [0, 0],
      [0, 2],
      [1, 1],
      [1, 3],
    ]);
    expect(outcomes.map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it('a beginning → only ways that begin so', () => {
    const run = (choose: Chooser) => [choose(0, 2), choose(1, 2)];
    const [, , third] = explore(run).outcomes;
    const { outcomes } = explore(run, { begin: third?.picks.slice(0, 1) ?? [] });
    expect(outcomes.map(({ result }) => result)).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
});

describe('ways that meet', () => {
  /** Five questions; of their answers only whether all are 0 is kept. Then five more. */
  const run = (choose: Chooser, seen: Seen) => {
    const five = (first: number) => Array.from({ length: 5 }, (_, i) => choose(first + i, 2));
    const begun = five(0).every(answer => answer === 0);
    if (seen(() => `${begun}`)) return met;
    return `${begun} ${five(5).join('')}`;
  };

  it('a place where another way was → one branch for both', () => {
    const { outcomes, links, complete } = explore(run);
    expect([outcomes.length, links.length, complete]).toEqual([64, 30, true]);
  });

  it('the tree of it → has all 1024 ends', () => {
    const tree = decisionsOf(explore(run));
    const endsOf = (one: typeof tree): number =>
      one?.kind === 'asked' ? one.ways.map(endsOf).reduce((a, b) => a + b, 0) : 1;
    expect(endsOf(tree)).toBe(1024);
  });
});

describe('reduce', () => {
  const pointsOf = (run: (choose: Chooser) => string, limit?: number) => {
    const tree = decisionsOf(explore(run, limit === undefined ? {} : { limit }));
    return tree && [...reduce(tree, () => true, String).points];
  };

  it('a question whose answers end alike → does not matter', () => {
    const run = (choose: Chooser) => {
      choose(1, 2);
      return choose(2, 2) === 0 ? 'in' : 'out';
    };
    expect(pointsOf(run)).toEqual([2]);
  });

  it('not all answers walked → matters', () => {
    expect(pointsOf(choose => `${choose(1, 3) > 3}`, 2)).toEqual([1]);
  });
});
