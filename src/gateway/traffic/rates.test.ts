import { expect, it } from 'vitest';
import type { RatesMessage } from '../replies/live-reply.ts';
import type { SecondListener } from './counted.ts';
import { passedRates } from './passed-rates.ts';
import { followedRates, ratesMessage } from './rates.ts';
import type { Sample } from './sampler.ts';

const sample = (atMs: number, count: number, opened = 0): Sample => ({
  atMs,
  bytes: { ether1: { received: 1000 * count, sent: 500 * count } },
  packets: { ether1: { received: 10 * count, sent: 5 * count } },
  opened: { 1: opened },
});

it('between two looks → bits and packets per second; made anew, or not there → nothing', () => {
  expect(passedRates(sample(0, 0), sample(2000, 2), 'ether1')).toEqual({
    ...{ receivedBps: 8000, sentBps: 4000, receivedPps: 10, sentPps: 5 },
  });
  expect(passedRates(sample(0, 9), sample(1000, 1), 'ether1')).toBeUndefined();
  expect(passedRates(sample(0, 0), sample(1000, 1), 'ether9')).toBeUndefined();
  expect(passedRates(sample(0, 0), sample(0, 1), 'ether1')).toBeUndefined();
});

it('a message → lines with what probes measure and new connections; the table was loaded anew → unknown', () => {
  const basis = {
    measured: { ether1: { silentMs: 0, lost: 0, asked: [], roundTripMs: 7 } },
    tracked: undefined,
  };
  const lines = [{ line: 'ether1', number: 1 }, { line: 'ether9' }];
  const message = ratesMessage('now', { before: sample(0, 0, 4), now: sample(1000, 1, 6), lines, ...basis });
  expect(message).toMatchObject({ at: 'now', overMs: 1000, interfaces: { ether1: { receivedBps: 8000 } } });
  expect(message.lines).toMatchObject({ ether1: { roundTripMs: 7, openedPerSecond: 2 } });
  expect(Object.keys(message.lines)).toEqual(['ether1']);
  const anew = ratesMessage('now', { before: sample(0, 0, 9), now: sample(1000, 1, 2), lines, ...basis });
  expect(anew.lines['ether1']?.openedPerSecond).toBeUndefined();
});

it('nobody listens → nothing is wanted, nobody is asked; somebody does → from the second look on, until he leaves', async () => {
  let [listener, asked]: [SecondListener | undefined, number] = [undefined, 0];
  const rates = followedRates({
    port: {
      async measured() {
        asked += 1;
        return {};
      },
      tracked: () => undefined,
      links: () => [],
      nowMs: () => 0,
    },
    everySecond(one) {
      listener = one;
      return { stop: () => {} };
    },
    lines: () => [],
  });
  const look = async (atMs: number): Promise<void> => {
    if (listener?.isWanted()) listener.hear({ now: sample(atMs, atMs), carried: {} as never });
    await new Promise(resolve => setImmediate(resolve));
  };
  await look(1000);
  const heard: RatesMessage[] = [];
  const end = rates(message => heard.push(message));
  await look(2000);
  await look(3000);
  end();
  await look(4000);
  rates(message => heard.push(message));
  await look(9000);
  expect(heard.map(({ overMs }) => overMs)).toEqual([1000]);
  expect(asked).toBe(1);
});
