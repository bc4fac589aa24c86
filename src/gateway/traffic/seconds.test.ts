import { expect, it } from 'vitest';
import { lineSeconds, secondsBetween } from './seconds.ts';

const look = (atMs: number, received: number, sampled: number, tripsMs: readonly (number | undefined)[]) => ({
  atMs,
  bytes: { ether1: { received, sent: 0 } },
  probed: { ether1: { silentMs: 0, lost: 0, asked: [], probes: { sampled, tripsMs } } },
});
const lines = [{ interface: 'ether1', isDead: false }];

it('seconds: bytes and probes of two looks → bit/s over the time between, and the probes that are new', () => {
  const [second] = secondsBetween(look(0, 1000, 7, [1, 2]), look(2000, 3500, 9, [1, 2, undefined, 4]), lines);
  expect(second).toEqual({
    ...{ line: 'ether1', isUp: true, receivedBps: 10_000, sentBps: 0, roundTripsMs: [undefined, 4] },
  });
});

it('seconds: no new probe, or a watch that began anew → none', () => {
  for (const sampled of [7, 2])
    expect(secondsBetween(look(0, 0, 7, [1]), look(1000, 0, sampled, [1]), lines)[0]?.roundTripsMs).toEqual(
      [],
    );
});

it('seconds: counters began anew, or there is no such interface → nothing of the line', () => {
  expect(secondsBetween(look(0, 5000, 0, []), look(1000, 10, 0, []), lines)).toEqual([]);
  expect(
    secondsBetween(look(0, 0, 0, []), look(1000, 10, 0, []), [{ interface: 'lte', isDead: true }]),
  ).toEqual([]);
});

it('seconds: a process that stood still → no second of it', () => {
  expect(secondsBetween(look(0, 0, 0, []), look(18_000, 4000, 0, []), lines)).toEqual([]);
});

it('seconds: the first one → round trips of before, without what was lost while the line came up', () => {
  const first = look(0, 0, 3, [undefined, 21, 20]);
  const before = { ...first, probed: {} };
  expect(secondsBetween(before, look(1000, 0, 4, [undefined, 21, 20, 90]), lines)[0]?.roundTripsMs).toEqual([
    21, 20, 90,
  ]);
});

it('listener: two looks → one second, with all that was answered until then; then what is new alone', async () => {
  const told: unknown[] = [];
  let now = look(0, 0, 2, [21, 20]);
  const port = { measured: async () => now.probed };
  const listener = lineSeconds(
    port,
    () => true,
    (before, after) => told.push(secondsBetween(before, after, lines)[0]?.roundTripsMs),
  );
  const hear = async (next: typeof now): Promise<void> => {
    now = next;
    const packets = { ...now.bytes };
    listener.hear({ now: { atMs: now.atMs, bytes: now.bytes, packets, opened: {} }, carried: [] as never });
    await new Promise(resolve => setImmediate(resolve));
  };
  await hear(now);
  await hear(look(1000, 0, 3, [21, 20, 90]));
  await hear(look(2000, 0, 4, [21, 20, 90, 91]));
  expect(told).toEqual([[21, 20, 90], [91]]);
});
