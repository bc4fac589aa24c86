import { describe, expect, it } from 'vitest';
import { showMs } from './format.ts';

describe('showMs', () => {
  it.each([
    [41.4, '41 ms'],
    [999.6, '1000 ms'],
    [1250, '1.25 s'],
    [59_996, '60 s'],
    [125_000, '2 min 05 s'],
  ])('%s is %s', (ms, text) => {
    expect(showMs(ms)).toBe(text);
  });
});
