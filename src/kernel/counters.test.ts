import { expect, it } from 'vitest';
import { readRuleCounters } from './index.ts';

it('rules that are one look-up: each element of the set counts for its rule, once', () => {
  const element = (comment: string, packets: number) => ({
    elem: { val: comment, comment, counter: { packets, bytes: packets * 60 } },
  });
  const rule = {
    chain: 'forward',
    comment: 'x.rsc:7,8',
    expr: [{ match: { right: '@forward_any0' } }, { drop: null }],
  };
  const listing = JSON.stringify({
    nftables: [
      { set: { name: 'forward_any0', elem: [element('x.rsc:7', 3), element('x.rsc:8', 0)] } },
      { rule },
      { rule },
    ],
  });
  expect(readRuleCounters(listing)).toEqual([
    { chain: 'forward', comment: 'x.rsc:7', packets: 3, bytes: 180, drops: true, isElement: true },
    { chain: 'forward', comment: 'x.rsc:8', packets: 0, bytes: 0, drops: true, isElement: true },
  ]);
});

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
    { chain: 'forward', comment: 'paper.rsc:7', packets: 3, bytes: 180, drops: true },
    { chain: 'input', comment: '', packets: 3, bytes: 180, drops: false },
  ]);
});
