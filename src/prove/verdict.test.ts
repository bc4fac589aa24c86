import { describe, expect, it } from 'vitest';
import { type Chooser, decisionsOf, explore } from '../walk/index.ts';
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
});
