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

  it('cut at a limit → as many as it allows, and not complete', () => {
    const run = (choose: Chooser) => [choose(0, 2), choose(1, 2)];
    const { outcomes, complete } = explore(run, { limit: 3 });
    expect(outcomes.map(({ result }) => result)).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(complete).toBe(false);
    expect(explore(run, { limit: 4 }).complete).toBe(true);
  });

  it('odds → shares of the ways; without odds all answers alike', () => {
    const odds = explore(choose => choose(0, 2, () => ({ odds: [0.3, 0.7] })));
    expect(odds.outcomes.map(({ share, picks }) => [share, picks[0]?.share])).toEqual([
      [0.3, 0.3],
      [0.7, 0.7],
    ]);
    expect(explore(choose => choose(0, 4)).outcomes.map(({ picks }) => picks)).toEqual(
      [0, 1, 2, 3].map(choice => [{ point: 0, size: 4, choice, share: 0.25 }]),
    );
    const both = explore(choose => [choose(0, 2, () => ({ odds: [0.25, 0.75] })), choose(1, 2)]);
    expect(both.outcomes.map(({ share }) => share)).toEqual([0.125, 0.125, 0.375, 0.375]);
  });

  it('points that are not asked about → take their course', () => {
    const { outcomes } = explore(choose => [choose(0, 2), choose(1, 2)], { asks: point => point === 1 });
    expect(outcomes.map(({ result }) => result)).toEqual([
      [-1, 0],
      [-1, 1],
    ]);
  });

  it('steady → each point goes one way for the whole run, whatever else it says', () => {
    const run = (choose: Chooser) => [
      choose(0, 2, () => ({ same: 'a' })),
      choose(0, 2, () => ({ same: 'b' })),
      choose(1, 2, () => ({ same: 'a' })),
    ];
    const results = (steady: boolean) =>
      explore(run, { steady }).outcomes.map(({ result }) => result.join(''));
    expect(results(true)).toEqual(['000', '001', '110', '111']);
    expect(results(false)).toEqual(['000', '010', '101', '111']);
  });

  it('a beginning that leaves nothing open → that way alone', () => {
    const run = (choose: Chooser) => choose(0, 3);
    const begin = explore(run).outcomes[1]?.picks ?? [];
    const { outcomes, complete } = explore(run, { begin });
    expect([outcomes.map(({ result }) => result), complete]).toEqual([[1], true]);
  });

  it('a hash → its bucket is kept with the way', () => {
    const { outcomes } = explore(choose => bucket(choose, 0, 2));
    expect(outcomes.map(({ hashes }) => hashes.map(one => one.bucket))).toEqual([[0], [1]]);
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

describe('places', () => {
  /** Two questions; where the first one's answer is forgotten, ways meet. */
  const outcomesOf = (about: ReturnType<NonNullable<Parameters<Chooser>[2]>>) =>
    explore((choose, seen) => {
      choose(0, 2, () => about);
      return seen(() => 'here') ? met : choose(1, 2);
    });

  it('answers that no later packet asks for → one place', () => {
    for (const about of [{}, { same: 'x', passing: true }]) {
      const { outcomes, links } = outcomesOf(about);
      expect([outcomes.length, links]).toMatchObject([2, [{ to: [0] }]]);
    }
  });

  it('answers that last → different places', () => {
    expect(outcomesOf({ same: 'x' })).toMatchObject({ outcomes: { length: 4 }, links: [] });
  });

  it('nothing asked yet, or buckets alone → no place', () => {
    const { links } = explore((choose, seen) => (seen(() => 'here') ? met : choose(0, 2)));
    expect(links).toEqual([]);
    const hashed = explore((choose, seen) => {
      const first = bucket(choose, 0, 2);
      return seen(() => 'here') ? met : first;
    });
    expect([hashed.outcomes.length, hashed.links.length]).toEqual([2, 0]);
  });
});

describe('the tree', () => {
  type Shape =
    | string
    | { readonly complete: boolean; readonly point: number; readonly ways: readonly Shape[] };
  const shape = (tree: ReturnType<typeof decisionsOf<unknown>>): Shape => {
    if (!tree) return 'none';
    if (tree.kind === 'end') return `${tree.outcome.result}`;
    return { point: tree.point, complete: tree.complete, ways: tree.ways.map(shape) };
  };
  const run = (choose: Chooser) => `${choose(0, 2)}${choose(1, 2)}`;

  it('all ways → complete throughout', () => {
    expect(shape(decisionsOf(explore(run)))).toEqual({
      point: 0,
      complete: true,
      ways: [
        { point: 1, complete: true, ways: ['00', '01'] },
        { point: 1, complete: true, ways: ['10', '11'] },
      ],
    });
  });

  it('cut short → only the last branch is not complete', () => {
    expect(shape(decisionsOf(explore(run, { limit: 3 })))).toEqual({
      point: 0,
      complete: false,
      ways: [
        { point: 1, complete: true, ways: ['00', '01'] },
        { point: 1, complete: false, ways: ['10'] },
      ],
    });
    expect(shape(decisionsOf(explore(run, { limit: 1 })))).toEqual({
      point: 0,
      complete: false,
      ways: [{ point: 1, complete: false, ways: ['00'] }],
    });
  });

  it('no way at all → no tree; one way → its end', () => {
    expect(decisionsOf(explore(run, { limit: 0 }))).toBeUndefined();
    expect(shape(decisionsOf(explore(() => 'end')))).toBe('end');
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

  it('the text → the same for trees that end alike, another one where they do not', () => {
    const textOf = (run: (choose: Chooser) => string) => {
      const tree = decisionsOf(explore(run));
      return tree && reduce(tree, () => true, String).text;
    };
    const direct = textOf(choose => `${choose(2, 2)}`);
    const round = textOf(choose => `${choose(1, 2)}${choose(2, 2)}`.slice(1));
    const nested = textOf(choose => `${choose(1, 2)}${choose(2, 2)}`);
    expect(direct).toBe('[2,"0","1"]');
    expect(nested).toBe('[1,"[2,\\"00\\",\\"01\\"]","[2,\\"10\\",\\"11\\"]"]');
    expect(round).toBe(direct);
    expect(textOf(choose => `${choose(1, 3) < 3}`)).toBe('true');
  });

  it('a point that is not open → does not matter, what is open behind it does', () => {
    const tree = decisionsOf(explore(choose => `${choose(1, 2)}${choose(2, 2)}`));
    expect(tree && [...reduce(tree, point => point === 2, String).points]).toEqual([2]);
    expect(tree && [...reduce(tree, () => false, String).points]).toEqual([]);
  });
});
