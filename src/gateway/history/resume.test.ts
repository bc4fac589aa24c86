import { describe, expect, it } from 'vitest';
import type { Recorded } from './history.ts';
import { resumed } from './resume.ts';

const kept = [3, 4, 5].map(
  (seq): Recorded => ({
    seq,
    time: '',
    event: { type: 'link', atMs: seq, interface: 'ether1', running: true },
  }),
);
const numbers = (heard: Parameters<typeof resumed>[2]) => {
  const { standing, events } = resumed(kept, 'now', heard);
  return { ...standing, heard: events.map(({ seq }) => seq) };
};

describe('resumed', () => {
  it.each([
    ['somebody new → nothing of before', undefined, [], false],
    ['all of it was heard → nothing', { run: 'now', seq: 5 }, [], false],
    ['some was not → that', { run: 'now', seq: 3 }, [4, 5], false],
    [
      'the next one is the first that is kept → all, nothing missed',
      { run: 'now', seq: 2 },
      [3, 4, 5],
      false,
    ],
    ['some of it is not kept → all, and said', { run: 'now', seq: 1 }, [3, 4, 5], true],
    ['another run → all, and said', { run: 'before', seq: 4 }, [3, 4, 5], true],
    ['a number that was never given → all, and said', { run: 'now', seq: 9 }, [3, 4, 5], true],
  ])('%s', (_, heard, expected, missed) => {
    expect(numbers(heard)).toEqual({ run: 'now', seq: 5, missed, heard: expected });
  });

  it('nothing was said yet → stands before the first', () => {
    expect(resumed([], 'now', { run: 'now', seq: 0 })).toEqual({
      standing: { run: 'now', seq: 0, missed: false },
      events: [],
    });
  });
});
