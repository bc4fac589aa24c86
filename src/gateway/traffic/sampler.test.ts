import { expect, it } from 'vitest';
import { sampler } from './sampler.ts';

const sample = (atMs: number, received: number, opened: Readonly<Record<number, number>> = {}) => ({
  atMs,
  packets: {},
  bytes: { ether1: { received, sent: 2 * received } },
  opened,
});

it('sampler: bytes between two samples → bit/s; one sample alone → nothing', () => {
  const all = sampler();
  expect(all.carried(sample(0, 0)).rates).toEqual({});
  all.add(sample(0, 0));
  const { rates } = all.carried(sample(10_000, 10_000));
  expect(rates).toEqual({ ether1: { receivedBps: 8000, sentBps: 16_000 } });
});

it('sampler: the last sample is a moment old → rates over the one before it', () => {
  const all = sampler();
  all.add(sample(0, 0));
  all.add(sample(10_000, 10_000));
  expect(all.carried(sample(10_001, 10_000)).rates['ether1']?.receivedBps).toBe(7999);
});

it('sampler: an interface is made anew → no rate rather than a wrong one', () => {
  const all = sampler();
  all.add(sample(0, 5000));
  expect(all.carried(sample(10_000, 10)).rates).toEqual({});
});

it('sampler: the table is loaded anew meanwhile → connections of before and after are counted', () => {
  const all = sampler();
  all.add(sample(0, 0, { 1: 100, 2: 50 }));
  all.add(sample(10_000, 0, { 1: 110, 2: 50 }));
  const { opened, overMs } = all.carried(sample(20_000, 0, { 1: 3, 2: 1 }));
  expect({ opened, overMs }).toEqual({ opened: { 1: 13, 2: 1 }, overMs: 20_000 });
});
