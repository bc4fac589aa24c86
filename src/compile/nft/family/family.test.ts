import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FirewallRule } from '../../../model/index.ts';
import { no, rule, yes } from '../../testing/index.ts';
import { families, isFamily, keyValue } from './family.ts';

const pcc = (denominator: number, remainder: number) =>
  yes({ kind: 'per-connection-classifier', fields: 'both-addresses', denominator, remainder });
const marked = (matchers: FirewallRule['matchers'], mark: string, passthrough = true) =>
  rule('mangle', 'prerouting', matchers, { kind: 'mark-connection', mark, passthrough });
const split = (rules: readonly FirewallRule[]) =>
  families(rules, () => true).map(part =>
    isFamily(part) ? part.rules.map(r => keyValue(r, part.key)) : 'alone',
  );

describe('families', () => {
  it('takes rules that differ in remainder and mark', () => {
    expect(split([0, 1, 2].map(r => marked([pcc(3, r)], `m${r % 2}`)))).toEqual([['0', '1', '2']]);
  });

  it('ends where a remainder comes again: which of the two wins depends on their order', () => {
    expect(split([0, 1, 0, 2].map(r => marked([pcc(3, r)], 'm')))).toEqual([
      ['0', '1'],
      ['0', '2'],
    ]);
  });

  it.each([
    ['another denominator', marked([pcc(4, 1)], 'm')],
    ['another passthrough', marked([pcc(3, 1)], 'm', false)],
    ['another condition', marked([pcc(3, 1), yes({ kind: 'in-interface', interface: 'ether9' })], 'm')],
    [
      '!',
      marked(
        [no({ kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 3, remainder: 1 })],
        'm',
      ),
    ],
    ['logging', { ...marked([pcc(3, 1)], 'm'), log: true }],
    ['another table', { ...marked([pcc(3, 1)], 'm'), table: 'raw' as const }],
    [
      'another action',
      rule('mangle', 'prerouting', [pcc(3, 1)], { kind: 'mark-packet', mark: 'm', passthrough: true }),
    ],
  ])('keeps %s apart', (_, other) => {
    expect(split([marked([pcc(3, 0)], 'm'), other])).toEqual(['alone', 'alone']);
  });

  it('keeps rules apart that count or draw lots: a look-up would do so once for all', () => {
    for (const lots of [yes({ kind: 'random', percent: 50 }), yes({ kind: 'nth', every: 2, packet: 1 })]) {
      expect(split([0, 1].map(r => marked([pcc(2, r), lots], 'm')))).toEqual(['alone', 'alone']);
    }
  });

  it('sees through the order in which conditions were typed', () => {
    const lan = yes({ kind: 'in-interface', interface: 'ether4' });
    expect(split([marked([pcc(2, 0), lan], 'a'), marked([lan, pcc(2, 1)], 'b')])).toEqual([['0', '1']]);
  });

  it('keeps every rule, in order', () => {
    const remainder = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(remainder, { maxLength: 30 }), list => {
        const rules = list.map((r, i) => marked([pcc(5, r)], `m${i}`));
        const flat = families(rules, () => true).flatMap(part => (isFamily(part) ? part.rules : [part]));
        expect(flat).toEqual(rules);
      }),
    );
  });
});
