import { describe, expect, it } from 'vitest';
import { tiphon } from './tiphon.ts';

describe('tiphon', () => {
  it.each([
    [{ delayMs: 20, jitterMs: 0.2, lossPct: 0 }, [4, 4, 4], 4, 'very satisfying'],
    [{ delayMs: 149.9, jitterMs: 12, lossPct: 0 }, [4, 3, 4], 3.67, 'satisfying'],
    [{ delayMs: 150, jitterMs: 74, lossPct: 3 }, [3, 3, 3], 3, 'satisfying'],
    [{ delayMs: 300, jitterMs: 75, lossPct: 3.1 }, [2, 2, 2], 2, 'less satisfying'],
    [{ delayMs: 451, jitterMs: 125, lossPct: 16 }, [1, 1, 1], 1, 'bad'],
    [{ delayMs: undefined, jitterMs: undefined, lossPct: 100 }, [1, 1, 1], 1, 'bad'],
  ] as const)('gives %j the marks %j', (path, [delay, jitter, loss], index, category) => {
    expect(tiphon(path)).toEqual({ delay, jitter, loss, index, category });
  });
});
