import { expect, it } from 'vitest';
import { read } from '../../test/walk/read.ts';
import { spreadOf } from './spread.ts';

const size = { flows: 40, clients: 6, destinations: 10 };

it('many answers that nobody knows → each is tried with a few boots, and the range holds', () => {
  const guests = Array.from({ length: 5 }, (_, at) => at + 1);
  const networks = guests.map(at => `add address=172.16.${at}.1/24 interface=guests${at}\n`).join('');
  const hotspots = guests.map(at => `add interface=guests${at} disabled=no\n`).join('');
  const { shares, boots, points } = spreadOf(read(`/ip address\n${networks}/ip hotspot\n${hotspots}`), size);
  expect([boots, points.length]).toEqual([10, 5]);
  const [out] = shares.filter(({ wan }) => wan);
  expect(out?.range?.connections.to).toBeCloseTo(1);
  expect(out?.range?.connections.from).toBeLessThan(0.5);
});

it('nothing open → forty boots', () => {
  expect(spreadOf(read(''), size).boots).toBe(40);
});
