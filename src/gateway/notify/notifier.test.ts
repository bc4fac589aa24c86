import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeliveryThreadOptions } from '../../delivery/index.ts';
import { phone } from '../../notify/testing/index.ts';
import { initialState } from '../core/index.ts';
import { eventHub } from '../event-hub.ts';
import { type Loop, startLoop } from '../loop/index.ts';
import { idlePort } from '../testing/failing-port.ts';
import { links, runConfig } from '../testing/run-config.ts';
import { startNotifier } from './notifier.ts';

let loop: Loop;
let started: DeliveryThreadOptions[];
let told: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  [started, told] = [[], []];
  const state = initialState({ ...runConfig(), notify: [phone] }, 1);
  loop = startLoop({ state, port: idlePort(() => links()), emit: () => {} });
});
afterEach(async () => {
  vi.useRealTimers();
  await loop.stop();
});

const start = () =>
  startNotifier({
    ...{ dir: '/nowhere', name: 'office', loop, hub: eventHub(), lines: () => [] },
    everySecond: () => ({ stop() {} }),
    deliver(options) {
      const number = started.push(options);
      return {
        invite: ({ receivers }) =>
          void told.push(`${number} invites ${receivers.map(one => one.name).join()}`),
        occurred: all => void told.push(`${number} hears ${all.map(({ kind }) => kind).join()}`),
        test: async () => undefined,
        close: async () => {},
      };
    },
  });
const troubles = async () => {
  await loop.settled();
  return loop.state.conditions.map(({ what }) => what);
};

it('what sends messages ends → said, and after a minute another one begins with all that is known', async () => {
  start();
  expect(told).toEqual(['1 invites phone', '1 hears layout,gateway']);
  started[0]?.onError('no memory');
  expect(await troubles()).toEqual([expect.stringContaining('no memory')]);
  vi.advanceTimersByTime(60_000);
  expect(told.slice(2)).toEqual(['2 invites phone', '2 hears layout,condition']);
  started[1]?.onSaying({ kind: 'figures', figures: [] });
  expect(await troubles()).toEqual([]);
});

it('it ends, and so does the gateway → nothing begins', () => {
  const notifier = start();
  started[0]?.onError('no memory');
  notifier.stopping();
  vi.advanceTimersByTime(120_000);
  expect(started).toHaveLength(1);
});
