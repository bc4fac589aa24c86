import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyLedger, openLedger } from './ledger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalur-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is remembered by the next process, and forgotten without a trace', () => {
  const inner = join(folder, 'not', 'yet');
  const first = openLedger(inner);
  expect(first.now).toEqual(emptyLedger);
  first.write({ up: ['w1'] });
  first.write({ sysctls: { 'net.ipv4.ip_forward': '0' } });
  const second = openLedger(inner);
  expect(second.now).toEqual({ ...emptyLedger, up: ['w1'], sysctls: { 'net.ipv4.ip_forward': '0' } });
  second.remove();
  expect(second.now).toEqual(emptyLedger);
  expect(readdirSync(inner)).toEqual([]);
});

it('starts anew where the file was cut off', () => {
  writeFileSync(join(folder, 'kernel.json'), '{"up": ["w1"');
  expect(openLedger(folder).now).toEqual(emptyLedger);
});
