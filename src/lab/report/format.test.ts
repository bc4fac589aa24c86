import { describe, expect, it } from 'vitest';
import { showMs, showNumber, showValue } from './format.ts';

describe('showNumber', () => {
  it.each([
    [0, '0'],
    [0.0421, '0.042'],
    [20.05, '20.05'],
    [66.666, '66.67'],
    [512.34, '512.3'],
    [1234567, '1\u202f234\u202f567'],
    [-3.5, '-3.5'],
    [Number.NaN, '–'],
  ])('%s is %s', (value, text) => {
    expect(showNumber(value)).toBe(text);
  });
});

describe('showValue', () => {
  it('writes rates as Winbox does', () => {
    expect([showValue(972_200, 'bit/s'), showValue(336, 'bit/s'), showValue(0, 'bit/s')]).toEqual([
      '972.2 kbps',
      '336 bps',
      '0 bps',
    ]);
  });

  it('puts a space before other units', () => {
    expect([showValue(66.7, '%'), showValue(20, 'ms'), showValue(3, '')]).toEqual(['66.7 %', '20 ms', '3']);
  });
});

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
