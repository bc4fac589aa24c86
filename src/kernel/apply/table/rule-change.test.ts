import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks.ts';
import { handlesIn, ruleChange } from './rule-change.ts';

const chain = (...rules: readonly string[]) => {
  const text = `table inet jalur {\nchain c {\ntype filter hook forward priority 0; policy accept;\n${rules.join('\n')}\n}\n}\n`;
  const [block] = blocksOf(text);
  if (!block) throw new TypeError('no chain');
  return block;
};
const listing = (count: number) =>
  JSON.stringify({
    nftables: Array.from({ length: count }, (_, i) => ({ rule: { chain: 'c', handle: 10 + i } })),
  });
const change = (before: readonly string[], after: readonly string[], listed = before.length) =>
  ruleChange(
    'jalur',
    chain(...before),
    chain(...after),
    chain(...after),
    handlesIn(listing(listed)).get('c'),
  );
const five = ['a', 'b', 'c', 'd', 'e'];

describe('rules of a chain that change by themselves', () => {
  it('one in the middle → put before the one that follows, the old one deleted by its handle', () => {
    expect(change(five, ['a', 'b', 'x', 'd', 'e'])).toEqual({
      removed: ['delete rule inet jalur c handle 12'],
      added: ['insert rule inet jalur c handle 13 x'],
    });
  });

  it('several are put in → in their order', () => {
    expect(change(five, ['a', 'b', 'c', 'x', 'y', 'd', 'e'])?.added).toEqual([
      'insert rule inet jalur c handle 13 x',
      'insert rule inet jalur c handle 13 y',
    ]);
  });

  it('the last one differs → the new one is added behind all', () => {
    expect(change(five, ['a', 'b', 'c', 'd', 'x'])).toEqual({
      removed: ['delete rule inet jalur c handle 14'],
      added: ['add rule inet jalur c x'],
    });
  });

  it('equal rules, one less → only one goes', () => {
    expect(change(['a', 'a', 'b'], ['a', 'b'])?.removed).toHaveLength(1);
  });

  it.each([
    ['most differ', ['x', 'y', 'z', 'd', 'e'], 5],
    ['the kernel lists other rules', ['a', 'b', 'x', 'd', 'e'], 4],
  ] as const)('%s → the chain is filled anew', (_, after, listed) => {
    expect(change(five, after, listed)).toBeUndefined();
  });
});
