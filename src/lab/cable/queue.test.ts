import { describe, expect, it } from 'vitest';
import { RelayQueue } from './queue.ts';
import type { CableSettings } from './table.ts';

const settings = (change: Partial<CableSettings> = {}): CableSettings => ({
  delay: 10,
  jitter: 0,
  loss: 0,
  cut: false,
  ...change,
});

describe('RelayQueue', () => {
  it('gives a packet back after its delay, not before', () => {
    const queue = new RelayQueue<string>();
    expect(queue.accept('a', 100, settings())).toBe(true);
    expect(queue.nextDueMs).toBe(110);
    expect(queue.release(109.9)).toBeUndefined();
    expect(queue.release(110)).toBe('a');
    expect(queue.nextDueMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('keeps the order under jitter', () => {
    const draws = [0.99, 0];
    const queue = new RelayQueue<string>(() => draws.shift() ?? 0);
    queue.accept('first', 0, settings({ jitter: 5 }));
    queue.accept('second', 0, settings({ jitter: 5 }));
    expect(queue.release(14.8)).toBeUndefined();
    expect([queue.release(14.9), queue.release(14.9)]).toEqual(['first', 'second']);
  });

  it('loses the asked share', () => {
    let draw = 0;
    const queue = new RelayQueue<number>(() => (draw++ % 100) / 100);
    const kept = Array.from({ length: 1000 }, (_, index) => queue.accept(index, 0, settings({ loss: 2 })));
    expect(kept.filter(passed => !passed)).toHaveLength(20);
  });

  it('lets nothing in while it is cut', () => {
    expect(new RelayQueue<string>().accept('a', 0, settings({ cut: true }))).toBe(false);
  });

  it('survives more packets than it compacts at once', () => {
    const queue = new RelayQueue<number>();
    for (let index = 0; index < 5000; index++) queue.accept(index, 0, settings({ delay: 1 }));
    const out: number[] = [];
    for (let packet = queue.release(1); packet !== undefined; packet = queue.release(1)) out.push(packet);
    expect(out).toEqual(Array.from({ length: 5000 }, (_, index) => index));
  });
});
