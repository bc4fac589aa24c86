import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inPool } from './pool.ts';

it('keeps the order of the items and the limit of those at work', async () => {
  let working = 0;
  let most = 0;
  const results = await inPool([5, 1, 4, 2, 3], 2, async value => {
    most = Math.max(most, ++working);
    await sleep(value);
    working--;
    return value * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

it('begins nothing more once it may not', async () => {
  let begun = 0;
  const results = await inPool(
    [1, 2, 3],
    1,
    async value => value,
    () => begun++ < 2,
  );
  expect(results).toEqual([1, 2, undefined]);
});
