import { expect, it } from 'vitest';
import type { RuleCounter } from '../../../gateway/index.ts';
import { dropCounts } from './drop-counts.ts';

const rule = (parts: Partial<RuleCounter>): RuleCounter => ({
  ...{ chain: 'forward', place: '/x/gateway.yaml:9', comment: '', packets: 0, bytes: 0, drops: true },
  ...parts,
});

it('rules that drop, several of one line → what each counted since; others and those that are not of the text are left out', () => {
  const before = [rule({ packets: 1 }), rule({ packets: 2 }), rule({ drops: false })];
  const after = [
    ...[rule({ packets: 4, bytes: 60 }), rule({ packets: 2 }), rule({ drops: false, packets: 9 })],
    rule({ place: 'flows', packets: 7 }),
    rule({ chain: 'input', comment: 'closed', packets: 3 }),
  ];
  expect(dropCounts('/x/gateway.yaml', before, after)).toEqual([
    { rule: 'forward', place: 'gateway.yaml:9', packets: 3, bytes: 60 },
    { rule: 'forward', place: 'gateway.yaml:9', packets: 0, bytes: 0 },
    { rule: 'closed', place: 'gateway.yaml:9', packets: 3, bytes: 0 },
  ]);
});
