import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyLedger, openLedger } from './ledger.ts';

const home = { cookie: '7', boot: 'this-one' };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalur-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is remembered by the next process, and forgotten without a trace', () => {
  const inner = join(folder, 'not', 'yet');
  const first = openLedger(inner, home);
  expect(first.now).toEqual(emptyLedger);
  first.write({ up: ['w1'] });
  first.write({ sysctls: { 'net.ipv4.ip_forward': { before: '0', set: '1' } } });
  const second = openLedger(inner, home);
  expect(second.now).toEqual({
    ...emptyLedger,
    home,
    up: ['w1'],
    sysctls: { 'net.ipv4.ip_forward': { before: '0', set: '1' } },
  });
  second.remove();
  expect(second.now).toEqual(emptyLedger);
  expect(readdirSync(inner)).toEqual([]);
});

it('starts anew where the file was cut off', () => {
  writeFileSync(join(folder, 'kernel.json'), '{"up": ["w1"');
  expect(openLedger(folder, home).now).toEqual(emptyLedger);
});

it.each([
  ['another namespace', { ...home, cookie: '8' }, 'other-namespace'],
  ['another boot', { ...home, boot: 'the-one-before' }, 'other-boot'],
])('is of %s → not obeyed, and what is written then is of this one', (_, other, why) => {
  openLedger(folder, other).write({ addresses: ['10.0.0.1/24 on w1'] });
  const ledger = openLedger(folder, home);
  expect([ledger.now, ledger.ignored]).toEqual([emptyLedger, why]);
  ledger.write({ up: ['w1'] });
  expect(openLedger(folder, home).now).toEqual({ ...emptyLedger, home, up: ['w1'] });
});

it('others may write it → not obeyed', () => {
  openLedger(folder, home).write({ up: ['w1'] });
  chmodSync(join(folder, 'kernel.json'), 0o666);
  expect(openLedger(folder, home).ignored).toBe('not-ours');
});
