import { expect, it } from 'vitest';
import { nextRow } from './next-row.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 9],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['x', 5, undefined],
] as const)('%s at row %d of 10 → %s', (key, at, to) => expect(nextRow(key, at, 10)).toBe(to));
