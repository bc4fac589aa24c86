import { describe, expect, it } from 'vitest';
import { type Chooser, decisionsOf, explore } from '../../walk/index.ts';
import { type Finding, judgeAll, type VerdictKind } from './verdict.ts';

/** Points from 100 on are open. */
const isOpen = (point: number): boolean => point >= 100;

function verdictOf(run: (choose: Chooser) => VerdictKind, limit?: number): Finding<VerdictKind> {
  const tree = decisionsOf(explore(run, limit === undefined ? {} : { limit }));
  if (!tree) throw new Error('no way at all');
  return judgeAll(tree, {
    isOpen,
    judge: outcome => {
      if (outcome.result === 'violated') return { kind: 'violated', outcome, seed: 0 };
      return outcome.result === 'not-judged'
        ? { kind: 'not-judged', why: { kind: 'no-seed', tried: 1 } }
        : { kind: 'holds' };
    },
  });
}

const bad = (yes: boolean): VerdictKind => (yes ? 'violated' : 'holds');
const pointsOf = (found: Finding<VerdictKind>) => (found.kind === 'depends' ? [...found.points] : found.kind);

describe('judgeAll', () => {
  it('chance: one bad way → violated', () => {
    expect(verdictOf(choose => bad(choose(1, 3) === 2)).kind).toBe('violated');
  });

  it('open: one bad way of two → depends on that point', () => {
    expect(pointsOf(verdictOf(choose => bad(choose(100, 2) === 1)))).toEqual([100]);
  });

  it('open: both ways bad → violated; both good → holds', () => {
    expect(verdictOf(choose => bad(choose(100, 2) < 2)).kind).toBe('violated');
    expect(verdictOf(choose => bad(choose(100, 2) > 2)).kind).toBe('holds');
  });

  it('a point that changes nothing → not named', () => {
    const run = (choose: Chooser) => {
      choose(100, 2);
      return bad(choose(101, 2) === 0);
    };
    expect(pointsOf(verdictOf(run))).toEqual([101]);
  });

  it('for each open way some connection is bad → violated', () => {
    expect(verdictOf(choose => bad(choose(100, 2) === choose(1, 2))).kind).toBe('violated');
  });

  it('stopped early without a bad way → not judged, with the reason', () => {
    expect(verdictOf(choose => bad(choose(1, 5) > 5), 3)).toEqual({
      kind: 'not-judged',
      why: { kind: 'stopped-early' },
    });
  });

  it('stopped early with a bad way → violated all the same', () => {
    expect(verdictOf(choose => bad(choose(1, 5) === 1), 3).kind).toBe('violated');
  });

  it('stopped early below an open point → no more than depends', () => {
    expect(verdictOf(choose => bad(choose(100, 3) < 3), 2).kind).toBe('depends');
  });

  it('chance before open → depends on each point that decides in some of its ways', () => {
    const run = (choose: Chooser) =>
      choose(1, 2) === 0 ? bad(choose(100, 2) === 1) : bad(choose(101, 2) === 1);
    expect(pointsOf(verdictOf(run))).toEqual([100, 101]);
  });

  it('open before open, either way depends on another point → on these, not on the first', () => {
    const run = (choose: Chooser) =>
      choose(100, 2) === 0 ? bad(choose(101, 2) === 1) : bad(choose(102, 2) === 1);
    expect(pointsOf(verdictOf(run))).toEqual([101, 102]);
  });

  it('open before open, only one way depends on the second → on both', () => {
    const run = (choose: Chooser) => (choose(100, 2) === 0 ? 'holds' : bad(choose(101, 2) === 1));
    expect(pointsOf(verdictOf(run))).toEqual([100, 101]);
    const other = (choose: Chooser) => (choose(100, 2) === 0 ? 'violated' : bad(choose(101, 2) === 1));
    expect(pointsOf(verdictOf(other))).toEqual([100, 101]);
  });
});

describe('ways that could not be judged', () => {
  /** Each answer of one question ends so. */
  const verdictsAt = (point: number, ...ends: readonly VerdictKind[]) =>
    verdictOf(choose => ends[choose(point, ends.length)] ?? 'holds');
  const notJudged = { kind: 'not-judged', why: { kind: 'no-seed', tried: 1 } };

  it('chance: the others hold → not judged; one is bad → violated', () => {
    expect(verdictsAt(1, 'holds', 'not-judged')).toEqual(notJudged);
    expect(verdictsAt(1, 'not-judged', 'violated').kind).toBe('violated');
  });

  it('chance: another one depends → depends', () => {
    const run = (choose: Chooser) => (choose(1, 2) === 0 ? 'not-judged' : bad(choose(100, 2) === 0));
    expect(pointsOf(verdictOf(run))).toEqual([100]);
  });

  it('open: the others hold, or none could be judged → not judged; one is bad → depends', () => {
    expect(verdictsAt(100, 'holds', 'not-judged')).toEqual(notJudged);
    expect(verdictsAt(100, 'not-judged', 'holds')).toEqual(notJudged);
    expect(verdictsAt(100, 'not-judged', 'not-judged')).toEqual(notJudged);
    expect(pointsOf(verdictsAt(100, 'not-judged', 'violated'))).toEqual([100]);
  });
});

describe('trees', () => {
  const end = (result: string) =>
    ({ kind: 'end', outcome: { picks: [], result, share: 1, hashes: [] } }) as const;

  it('no way below a question → holds', () => {
    const judge = () => ({ kind: 'holds' }) as const;
    for (const point of [1, 100])
      expect(judgeAll({ kind: 'asked', point, ways: [], complete: true }, { isOpen, judge })).toEqual({
        kind: 'holds',
      });
  });

  it('a branch that two ways share → judged once', () => {
    const shared = { kind: 'asked', point: 2, ways: [end('a'), end('b')], complete: true } as const;
    const judged: string[] = [];
    const tree = { kind: 'asked', point: 1, ways: [shared, shared], complete: true } as const;
    judgeAll(tree, {
      isOpen,
      judge: ({ result }) => {
        judged.push(result);
        return { kind: 'holds' };
      },
    });
    expect(judged).toEqual(['a', 'b']);
  });

  it('one bad way of an open question → its outcome and its seed are kept', () => {
    const tree = { kind: 'asked', point: 100, ways: [end('good'), end('bad')], complete: true } as const;
    const found = judgeAll<string>(tree, {
      isOpen,
      judge: outcome =>
        outcome.result === 'bad' ? { kind: 'violated', outcome, seed: 9 } : { kind: 'holds' },
    });
    expect(found).toEqual({ kind: 'depends', outcome: end('bad').outcome, seed: 9, points: new Set([100]) });
  });
});
