import { expect, it } from 'vitest';
import { readRuleCounters } from './index.ts';

it('reads the counters of rules that count, with their comments', () => {
  const counter = { counter: { packets: 3, bytes: 180 } };
  const listing = JSON.stringify({
    nftables: [
      { table: { name: 'jalur' } },
      { rule: { chain: 'forward', comment: 'paper.rsc:7', expr: [{ match: {} }, counter, { drop: null }] } },
      { rule: { chain: 'forward', expr: [{ accept: null }] } },
      { rule: { chain: 'input', expr: [counter] } },
    ],
  });
  expect(readRuleCounters(listing)).toEqual([
    { chain: 'forward', comment: 'paper.rsc:7', packets: 3, bytes: 180 },
    { chain: 'input', comment: '', packets: 3, bytes: 180 },
  ]);
});
