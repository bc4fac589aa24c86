import fc from 'fast-check';
import { expect, it } from 'vitest';
import { disjoint } from './disjoint.ts';
import { type Element, overlap } from './element.ts';

const value = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom(0, 0, 0, 2))
  .map(([from, width]) => ({ text: `${from}`, from, to: from + width }));
const elements = (fields: number) =>
  fc.array(
    fc.array(fc.array(value, { minLength: fields, maxLength: fields }), { minLength: 1, maxLength: 3 }),
    {
      maxLength: 30,
    },
  );

it('elements in turn → taken as long as no packet has two of them, all of a rule or none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }).chain(elements), (rules: readonly (readonly Element[])[]) => {
      const take = disjoint();
      const taken: Element[] = [];
      for (const rule of rules) {
        const isFree = rule.every(
          (one, i) => ![...taken, ...rule.slice(0, i)].some(other => overlap(other, one)),
        );
        expect(take(rule)).toBe(isFree);
        if (isFree) taken.push(...rule);
      }
    }),
  );
});

it('the same value twice → refused', () => {
  const one: Element = [{ text: 'tcp', from: 'tcp', to: 'tcp' }];
  const take = disjoint();
  expect([take([one]), take([one])]).toEqual([true, false]);
});
