import { expect, it } from 'vitest';
import { type Reading, rateSeries, ratesBetween, readingAt } from './meter.ts';

const reading = (atMs: number, rxBytes: number): Reading => ({
  atMs,
  interfaces: { ether1: { rxBytes, rxPackets: rxBytes / 100, txBytes: 0, txPackets: 0 } },
});
const readings = [reading(1000, 0), reading(1200, 12_800), reading(1400, 12_800), reading(1600, 38_400)];

it('gives bits and packets a second between two moments', () => {
  expect(ratesBetween(readings, 1000, 1600, 'ether1')).toEqual({
    rxBps: 512_000,
    txBps: 0,
    rxPps: 640,
    txPps: 0,
  });
});

it('knows nothing of an interface that is not there', () => {
  expect(ratesBetween(readings, 1000, 1600, 'ether9').rxBps).toBe(0);
});

it('takes the last reading before a moment', () => {
  expect(readingAt(readings, 1399).atMs).toBe(1200);
  expect(readingAt(readings, 0).atMs).toBe(1000);
});

it('draws the rate over time', () => {
  expect(rateSeries(readings, 'ether1', 'rxBps', 1000)).toEqual([
    [200, 512_000],
    [400, 0],
    [600, 1_024_000],
  ]);
});
