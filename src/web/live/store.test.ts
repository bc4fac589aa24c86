import { expect, it } from 'vitest';
import { createStore } from './store.ts';

it('a store: many changes in one frame → followers are told once, of the last one', () => {
  const frames: (() => void)[] = [];
  const store = createStore(0, then => frames.push(then));
  const seen: number[] = [];
  store.follow(() => seen.push(store.get()));
  for (const value of [1, 2, 3]) store.set(value);
  expect(frames).toHaveLength(1);
  frames[0]?.();
  expect(seen).toEqual([3]);
  store.set(4);
  frames[1]?.();
  expect(seen).toEqual([3, 4]);
});

it('a store: the same value, or nobody follows any more → nobody is told', () => {
  const frames: (() => void)[] = [];
  const store = createStore('a', then => frames.push(then));
  let told = 0;
  const leave = store.follow(() => told++);
  store.set('a');
  expect(frames).toEqual([]);
  leave();
  store.set('b');
  frames[0]?.();
  expect(told).toBe(0);
});
