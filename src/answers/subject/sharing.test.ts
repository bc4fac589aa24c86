import { expect, it } from 'vitest';
import { sharingOf } from '../index.ts';

const before = [{ name: 'by_1', home: ['one', 'two'] }];
const weights = { one: 0.3, two: 0.7 };
const sharing = { balance: 'adaptive', before, weights } as const;

it.each([
  ['nothing is said, no gateway here', undefined, {}, undefined, undefined],
  ['an intent says it, no gateway here', undefined, { balance: 'adaptive' } as const, undefined, {}],
  ['nothing is said, a gateway with buckets here', undefined, {}, sharing, { before, weights }],
  ['by buckets', 'buckets' as const, {}, sharing, { before }],
  ['by PCC', 'pcc' as const, { balance: 'adaptive' } as const, sharing, undefined],
])('how connections are divided: %s → see the row', (_, balance, run, here, expected) => {
  expect(sharingOf(balance, { config: { run }, sharing: here })).toEqual(expected);
});
