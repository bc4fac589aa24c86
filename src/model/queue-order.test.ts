import { describe, expect, it } from 'vitest';
import { QueueOrder } from './queue-order.ts';

const queue = (name: string, parent?: string, disabled = false) => ({ name, parent, disabled });

describe('QueueOrder', () => {
  const [top, low, mid, other] = [queue('top'), queue('low', 'mid'), queue('mid', 'top'), queue('other')];
  const order = new QueueOrder([top, low, mid, other]);

  it('children → in the place of their parent, before it', () => {
    expect(order.matchOrder()).toEqual([low, mid, top, other]);
    expect(order.withParents(low)).toEqual([low, mid, top]);
    expect([top, low].map(one => order.hasChildren(one))).toEqual([true, false]);
  });

  it('a circle, and what hangs below it → no parents', () => {
    const round = [queue('a', 'b'), queue('b', 'a'), queue('below', 'a'), queue('self', 'self')];
    const circle = new QueueOrder(round);
    expect(round.map(one => circle.parent(one))).toEqual([undefined, undefined, undefined, undefined]);
    expect(circle.matchOrder()).toEqual(round);
  });

  it('the same name twice → the first is the parent; a disabled one is none', () => {
    const [off, first, second, child] = [
      queue('q', undefined, true),
      queue('q'),
      queue('q'),
      queue('c', 'q'),
    ];
    expect(new QueueOrder([off, first, second, child]).parent(child)).toBe(first);
  });
});
