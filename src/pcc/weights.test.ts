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
