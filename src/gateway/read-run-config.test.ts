import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readRunConfig } from './read-run-config.ts';

const folder = mkdtempSync(join(tmpdir(), 'jalur-run-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const office = 'wans: { a: ether1, b: ether2 }\nlan: ether4\n';
const own = 'health: auto\nfailback: drain=10\n';

it.each([
  ['nothing is said', '', {}, ['jalur', undefined, undefined]],
  ['the file says it', own, {}, ['jalur', true, { kind: 'drain', afterMs: 600_000 }]],
  ['the pace of the file', 'pace: routeros\n', {}, ['routeros', undefined, undefined]],
  [
    'options go before the file',
    own,
    { pace: 'routeros', autoHealth: false, failback: { kind: 'cut' } } as const,
    ['routeros', false, { kind: 'cut' }],
  ],
])('health of an intent: %s', (_, keys, options, expected) => {
  const file = join(folder, 'gateway.yaml');
  writeFileSync(file, office + keys);
  const { pace, autoHealth, failback, usable } = readRunConfig(file, { usualPace: 'jalur', ...options });
  expect([usable, pace, autoHealth, failback]).toEqual([true, ...expected]);
});

it('shares of an intent reach the gateway without any option: how they are divided, spill-over, and rates', () => {
  const file = join(folder, 'gateway.yaml');
  const lines = 'a: { interface: "ether1 to ISP A", rate: 20M/100M }, b: { interface: ether2, rate: 10M }';
  writeFileSync(file, `wans: { ${lines} }\nlan: ether4\nbalance: adaptive\nspill: true\n`);
  const ports = new Map([['ether1 to ISP A', 'eth7']]);
  const { balance, spill, rates, usable } = readRunConfig(file, { usualPace: 'jalur', ports });
  expect([usable, balance, spill]).toEqual([true, 'adaptive', true]);
  expect(rates).toEqual({
    'ether1 to ISP A': { upload: 20e6, download: 100e6 },
    ether2: { upload: 10e6, download: 10e6 },
  });
  const told = readRunConfig(file, { usualPace: 'jalur', balance: 'buckets', spill: false });
  expect([told.balance, told.spill]).toEqual(['buckets', false]);
});
