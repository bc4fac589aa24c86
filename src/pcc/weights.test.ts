import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceOf, bucketsFor } from './index.ts';

describe('balanceOf', () => {
  it("recovers the paper's 2:1 from its three rules", () => {
    const balance = balanceOf(3, [
      { remainder: 0, owner: 'ISP1' },
      { remainder: 1, owner: 'ISP1' },
      { remainder: 2, owner: 'ISP2' },
    ]);
    expect(balance).toMatchObject({
      weights: [
        { owner: 'ISP1', weight: 2 },
        { owner: 'ISP2', weight: 1 },
      ],
      missing: [],
      dead: [],
      repeated: [],
    });
  });

  it('says what is missing, dead and repeated', () => {
    const balance = balanceOf(3, [
      { remainder: 1, owner: 'A' },
      { remainder: 1, owner: 'B' },
      { remainder: 3, owner: 'C' },
    ]);
    expect(balance).toMatchObject({ missing: [0, 2], dead: [3], repeated: [1] });
    expect(balance.weights).toEqual([{ owner: 'A', weight: 1 }]);
  });

  it('a remainder equal to the denominator → dead, the one below → alive', () => {
    const balance = balanceOf(2, [
      { remainder: 2, owner: 'A' },
      { remainder: 1, owner: 'B' },
    ]);
    expect(balance).toEqual({
      ...{ denominator: 2, weights: [{ owner: 'B', weight: 1 }] },
      ...{ missing: [0], dead: [2], repeated: [] },
    });
  });

  it('goes round with bucketsFor', () => {
    const weight = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 8 }), list => {
        const weights = list.map((value, i) => ({ owner: `WAN${i}`, weight: value }));
        const { denominator, rules } = bucketsFor(weights);
        const back = balanceOf(denominator, rules);
        const factor = (list[0] ?? 1) / (back.weights[0]?.weight ?? 1);
        expect(back.weights.map(w => w.weight * factor)).toEqual(list);
        expect(back.missing).toEqual([]);
      }),
    );
  });
});

describe('bucketsFor', () => {
  const denominatorOf = (...list: number[]) =>
    bucketsFor(list.map((weight, i) => ({ owner: `WAN${i}`, weight }))).denominator;

  it('weights with a common divisor → the smallest denominator', () => {
    expect(denominatorOf(4, 2)).toBe(3);
    expect(denominatorOf(6, 4)).toBe(5);
    expect(denominatorOf(100, 100)).toBe(2);
    expect(denominatorOf(3, 2)).toBe(5);
    expect(denominatorOf()).toBe(0);
  });

  it('the buckets of each owner lie together, in the order of the weights', () => {
    const { rules } = bucketsFor([
      { owner: 'A', weight: 2 },
      { owner: 'B', weight: 1 },
    ]);
    expect(rules).toEqual([
      { remainder: 0, owner: 'A' },
      { remainder: 1, owner: 'A' },
      { remainder: 2, owner: 'B' },
    ]);
  });
});
