import { expect, it } from 'vitest';
import type { RuleRow } from '../thread/index.ts';
import { ruleCounts } from './rule-counts.ts';

const row = (chain: string, line: number, action = 'accept', disabled = false): RuleRow => ({
  ...{ number: 0, chain, action, comment: '', disabled, flags: '', properties: {}, text: '' },
  place: { file: 'gateway.yaml', line },
});
const counter = (chain: string, line: number, packets: number, isElement = false) => ({
  ...{ chain, place: `gateway.yaml:${line}`, comment: '', packets, bytes: packets * 10, drops: false },
  ...(isElement && { isElement: true as const }),
});
const counted = (
  table: string,
  tables: Readonly<Record<string, readonly RuleRow[]>>,
  counters: Parameters<typeof ruleCounts>[2],
) => tables[table]?.map(one => ruleCounts(table, tables, counters).get(one)?.packets);

it('a rule with a place of its own: several rules of the kernel → their sum', () => {
  const tables = { filter: [row('forward', 7)] };
  expect(counted('filter', tables, [counter('filter_forward', 7, 3), counter('x', 7, 4)])).toEqual([7]);
});

it('one key of an intent, several rules: as many in the kernel → each its own, by chain and order; a disabled one has none', () => {
  const filter = [
    row('input', 3),
    row('input', 3, 'drop'),
    row('forward', 3),
    row('forward', 3, 'drop', true),
  ];
  const tables = { filter, nat: [row('srcnat', 3)] };
  const counters = [
    counter('filter_input', 3, 44),
    counter('filter_input', 3, 0),
    counter('filter_forward', 3, 5),
    counter('nat_srcnat', 3, 4),
  ];
  expect(counted('filter', tables, counters)).toEqual([44, 0, 5, undefined]);
  expect(counted('nat', tables, counters)).toEqual([4]);
});

it('one key of an intent: another number of rules in the kernel, or elements of a set → not known', () => {
  const tables = { mangle: [row('prerouting', 4), row('prerouting', 4)] };
  expect(counted('mangle', tables, [counter('by_mangle_prerouting_0_0', 4, 2)])).toEqual([
    undefined,
    undefined,
  ]);
  const elements = [counter('mangle_prerouting', 4, 1, true), counter('mangle_prerouting', 4, 2, true)];
  expect(counted('mangle', tables, elements)).toEqual([undefined, undefined]);
});

it('one key of an intent, a rule that each line has in a chain of its own → their sum; of two such rules neither is known', () => {
  const tables = (rules: number) => ({
    mangle: [row('prerouting', 3)],
    nat: Array.from({ length: rules }, () => row('srcnat', 3)),
  });
  const counters = [counter('nat_srcnat_by_1', 3, 4), counter('nat_srcnat_by_2', 3, 5)];
  expect(counted('nat', tables(1), counters)).toEqual([9]);
  expect(counted('nat', tables(2), counters)).toEqual([undefined, undefined]);
});
