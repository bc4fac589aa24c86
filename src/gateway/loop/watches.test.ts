import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import { foreignWatch } from './foreign.ts';
import { managerWatch } from './managers.ts';

// What is looked at from time to time: a machine that refuses to be looked at is no reason to end a gateway.

const refused = () => new EnvironmentError('COMMAND_TIMEOUT', 'nft did not end in time.', 'Wait.');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('other tables cannot be read → looked at again, and said then', async () => {
  const answers: (() => readonly string[])[] = [
    () => {
      throw refused();
    },
    () => ['chain FORWARD of table ip filter: policy drop'],
  ];
  const said: (readonly string[])[] = [];
  const watch = foreignWatch(
    undefined,
    drops => said.push(drops),
    async () => answers.shift()?.() ?? [],
  );
  watch.look();
  await vi.advanceTimersByTimeAsync(300);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toEqual([['chain FORWARD of table ip filter: policy drop']]);
  watch.look();
  watch.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(said).toHaveLength(1);
});

it('a look takes longer than the next one → what the later one saw is the last that is said', async () => {
  const answers: ((drops: readonly string[]) => void)[] = [];
  const said: (readonly string[])[] = [];
  const watch = foreignWatch(
    undefined,
    drops => said.push(drops),
    () => new Promise(resolve => answers.push(resolve)),
  );
  for (const _ of ['first', 'second']) {
    watch.look();
    await vi.advanceTimersByTimeAsync(300);
  }
  answers[1]?.([]);
  answers[0]?.(['chain FORWARD of table ip filter: policy drop']);
  await vi.advanceTimersByTimeAsync(1);
  expect(said.at(-1)).toEqual([]);
  watch.stop();
});

it('interfaces cannot be read → nothing is said of managers; with the next look it is', () => {
  let isRefused = true;
  const said: unknown[] = [];
  const watch = managerWatch(
    () => {
      if (isRefused) throw refused();
      return [];
    },
    found => said.push(found),
  );
  watch.set(['ether1']);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
  isRefused = false;
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([[]]);
  watch.stop();
});
