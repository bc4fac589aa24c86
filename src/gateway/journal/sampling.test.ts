import { expect, it } from 'vitest';
import type { Sample } from '../../journal/index.ts';
import { knownGateway } from '../../metrics/testing/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import type { SecondListener } from '../traffic/index.ts';
import { sampling } from './sampling.ts';

function bench({ hasLineEvents = true } = {}) {
  const [batches, events]: [(readonly Sample[])[], GatewayEvent[]] = [[], []];
  const world = { asked: 0, isDown: false, isRefused: false, atMs: 0 };
  let listener: SecondListener | undefined;
  const [line] = knownGateway.lines;
  if (!line) throw new Error('no lines');
  const stop = sampling(
    {
      everySecond(one) {
        listener = one;
        return {
          stop() {
            listener = undefined;
          },
        };
      },
      reading({ now }) {
        if (world.isRefused) throw new EnvironmentError('KERNEL_REFUSED', 'no', 'ask again');
        const status = world.isDown ? 'down' : 'up';
        return { atMs: now.atMs, lines: [{ ...line, status }], tracked: 1 };
      },
      async measured() {
        world.asked++;
        return {};
      },
      hasLineEvents: () => hasLineEvents,
    },
    { samples: batch => batches.push(batch), turned: event => events.push(event) },
  );
  const seconds = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      await Promise.resolve();
      world.atMs += 1000;
      const now = { atMs: world.atMs, bytes: {}, packets: {}, opened: {} };
      listener?.hear({ now, carried: { rates: {}, opened: {}, overMs: 0 } });
    }
  };
  return { batches, events, world, stop, seconds, sizes: () => batches.map(({ length }) => length) };
}

it('seconds → ten at once, after the first, which says how lines are; the rest at the end', async () => {
  const { seconds, stop, sizes } = bench();
  await seconds(25);
  expect(sizes()).toEqual([1, 10, 10]);
  stop();
  expect(sizes()).toEqual([1, 10, 10, 4]);
  await seconds(20);
  expect(sizes()).toHaveLength(4);
});

it('a line turns → what waits is not kept back; told as an event where the gateway has none', async () => {
  for (const hasLineEvents of [true, false]) {
    const { seconds, world, sizes, events } = bench({ hasLineEvents });
    await seconds(4);
    world.isDown = true;
    await seconds(1);
    expect(sizes()).toEqual([1, 4]);
    expect(events.map(one => one.type === 'line' && one.status)).toEqual(
      hasLineEvents ? ['up'] : ['up', 'down'],
    );
  }
});

it('probes → asked once for ten seconds, also while a line turns all the time; no second has what was not asked for it', async () => {
  const { seconds, world, batches } = bench();
  for (let i = 0; i < 30; i++) {
    world.isDown = !world.isDown;
    await seconds(1);
  }
  expect(world.asked).toBe(4);
  const known = batches.flat().map(({ values }) => values['ether1/rtt'] !== undefined);
  expect(known.flatMap((is, i) => (is ? [i] : []))).toEqual([0, 10, 20]);
});

it('the machine refuses a figure → that second is missing, and the next is there', async () => {
  const { seconds, world, stop, batches } = bench();
  world.isRefused = true;
  await seconds(3);
  world.isRefused = false;
  await seconds(2);
  stop();
  expect(batches.flat()).toHaveLength(2);
});
