import { expect, it } from 'vitest';
import type { KernelEvent } from '../netlink/index.ts';
import { isOpened, openGuard } from './guard.ts';

const reduced = (generation: number, ...tables: readonly string[]): readonly KernelEvent[] => [
  { kind: 'ruleset', generation, reduced: tables, changed: [], by: 'nft (process 1)' },
];

it('guard: something was taken out of the table by a transaction that is news → opened', () => {
  const guard = openGuard('jalur');
  guard.resume(7);
  expect(isOpened(guard.plan, reduced(8, 'jalur'))).toBe(true);
});

it('guard: our own transaction, another table, or while we change it ourselves → not opened', () => {
  const guard = openGuard('jalur');
  expect(isOpened(guard.plan, reduced(8, 'jalur'))).toBe(false);
  guard.resume(7);
  expect(isOpened(guard.plan, reduced(7, 'jalur'))).toBe(false);
  expect(isOpened(guard.plan, reduced(8, 'docker'))).toBe(false);
  guard.pause();
  expect(isOpened(guard.plan, reduced(8, 'jalur'))).toBe(false);
  guard.resume(undefined);
  expect(isOpened(guard.plan, reduced(8, 'jalur'))).toBe(false);
});
