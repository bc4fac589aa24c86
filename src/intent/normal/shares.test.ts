import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIntent } from '../read/index.ts';
import { bucketsOf } from './shares.ts';

it.each([
  [[1], [1]],
  [
    [512_000, 256_000],
    [2, 1],
  ],
  [
    [50, 50],
    [1, 1],
  ],
  [
    [2, 1, 1],
    [2, 1, 1],
  ],
  [
    [100e6, 20e6],
    [5, 1],
  ],
  [
    [1000e6, 1e6],
    [90, 1],
  ],
])('%j → %j', (weights, buckets) => expect(bucketsOf(weights)).toEqual(buckets));

it('any weights → each line has a bucket, and its share within one percent where the smallest has as much', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 16 });
  fc.assert(
    fc.property(weights, given => {
      const buckets = bucketsOf(given);
      const [total, all] = [buckets, given].map(list => list.reduce((sum, one) => sum + one, 0));
      expect(Math.min(...buckets)).toBeGreaterThanOrEqual(1);
      expect(total).toBeLessThanOrEqual(100);
      const shares = given.map(weight => weight / (all ?? 1));
      if (Math.min(...shares) < 0.01) return;
      for (const [at, share] of shares.entries())
        expect(Math.abs((buckets[at] ?? 0) / (total ?? 1) - share)).toBeLessThanOrEqual(0.0101);
    }),
  );
});

it('intent: balance: rendezvous, adaptive and spill → both-addresses, and how it is run', () => {
  const office = 'wans:\n  one: dhcp ether1\n  two: dhcp ether2\nlan: ether3\n';
  const said = (more: string) => readIntent(`${office}${more}`, 'gateway.yaml').found?.intent;
  expect(said('balance: rendezvous\n')).toMatchObject({
    classifier: 'both-addresses',
    run: { balance: 'buckets' },
  });
  expect(said('balance: adaptive\nspill: true\n')?.run).toEqual({ balance: 'adaptive', spill: true });
  expect(said('')?.run).toEqual({});
});
