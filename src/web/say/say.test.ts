import { describe, expect, it } from 'vitest';
import { bytes, count, ms, percent, rate } from './numbers.ts';
import { lasting, left, precise } from './times.ts';

describe('numbers for people', () => {
  it.each([
    [rate(972_200), '972.2 kbps'],
    [rate(undefined), '–'],
    [count(1_234_567), '1 234 567'],
    [percent(0.004), '0.4 %'],
    [percent(0.5), '50 %'],
    [percent(0), '0 %'],
    [ms(3.456), '3.46 ms'],
    [ms(41.26), '41.3 ms'],
    [ms(250.4), '250 ms'],
    [bytes(0), '0 B'],
    [bytes(1536), '1.5 KiB'],
    [bytes(3 * 1024 ** 3), '3.0 GiB'],
    [bytes(Number.NaN), '–'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted));
});

describe('times for people', () => {
  it.each([
    [lasting(430, 'en'), '430 ms'],
    [lasting(7_000, 'en'), '7 s'],
    [lasting(727_000, 'en'), '12 min 7 s'],
    [lasting(727_000, 'id'), '12 mnt 7 dtk'],
    [lasting(3_600_000, 'en'), '1 h'],
    [lasting(273_600_000, 'en'), '3 d 4 h'],
    [lasting(undefined, 'en'), '–'],
    [left(247_000), '4:07'],
    [left(-5), '0:00'],
    [precise(new Date(2026, 10, 30, 21, 4, 7, 45).getTime()), '21:04:07.045'],
  ])('%s', (said, wanted) => expect(said).toBe(wanted));
});
