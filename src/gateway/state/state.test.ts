import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { persistentSeed, readSavedWorld, saveWorld } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'gateway-state-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('persistentSeed: a second start → the same, unless another is given', () => {
  const seed = persistentSeed(dir);
  expect(persistentSeed(dir)).toBe(seed);
  expect(persistentSeed(dir, 7)).toBe(7);
  expect(persistentSeed(dir)).toBe(7);
});

it('persistentSeed: its file is spoilt → a new one', () => {
  writeFileSync(join(dir, 'seed'), 'nonsense');
  expect(Number.isInteger(persistentSeed(dir))).toBe(true);
});

it('saved world: written, then spoilt → read back, then unknown', () => {
  saveWorld(dir, { leases: {}, unreachable: ['ping 8.8.4.4%ether1'] });
  expect(readSavedWorld(dir)?.unreachable).toEqual(['ping 8.8.4.4%ether1']);
  writeFileSync(join(dir, 'world.json'), 'spoilt');
  expect(readSavedWorld(dir)).toBeUndefined();
});
