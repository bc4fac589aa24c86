import { expect, it } from 'vitest';
import { conflictOf } from './conflict.ts';

it.each([
  [{ pace: 'routeros', autoHealth: true }, '--health auto'],
  [{ pace: 'routeros', failback: { kind: 'cut' } }, '--failback'],
  [{ pace: 'routeros', balance: 'adaptive' }, '--balance adaptive'],
  [{ pace: 'routeros', balance: 'buckets', spill: true }, '--spill'],
  [{ pace: 'jalur', spill: true }, '--spill'],
  [{ pace: 'jalur', balance: 'pcc', spill: true }, '--spill'],
] as const)('conflict: %j → refused, naming %s', (asked, name) => {
  for (const language of ['en', 'id'] as const) expect(conflictOf(asked)?.what[language]).toContain(name);
});

it.each([
  { pace: 'routeros' },
  { pace: 'routeros', failback: { kind: 'keep' }, balance: 'buckets' },
  { pace: 'jalur', autoHealth: true, failback: { kind: 'cut' }, balance: 'adaptive', spill: true },
] as const)('conflict: %j → none', asked => {
  expect(conflictOf(asked)).toBeUndefined();
});
