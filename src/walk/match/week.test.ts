import { describe, expect, it } from 'vitest';
import { smallOffice } from '../../../test/walk/read.ts';
import type { MatcherOf } from '../../model/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { isWithin, momentsOf, parseMoment } from './week.ts';

const hour = 3_600_000;
const day = 24 * hour;
const time = (from: number, to: number, ...days: MatcherOf<'time'>['days']): MatcherOf<'time'> =>
  ({ kind: 'time', negated: false, from: from * hour, to: to * hour, days }) as MatcherOf<'time'>;

describe('isWithin', () => {
  it('office hours → from the first moment on, up to the last one', () => {
    const office = time(8, 17, 'mon', 'fri');
    const at = (index: number, ms: number) => isWithin(office, index * day + ms);
    expect([at(1, 8 * hour - 1), at(1, 8 * hour), at(1, 17 * hour - 1), at(1, 17 * hour)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([0, 1, 2, 3, 4, 5, 6].filter(index => at(index, 9 * hour))).toEqual([1, 5]);
  });
});

describe('momentsOf', () => {
  const moments = (...rules: readonly string[]) => {
    const text = `${smallOffice}/ip firewall filter\n${rules.map(rule => `add chain=forward action=drop ${rule}\n`).join('')}`;
    return momentsOf(readRouterOs(text, { file: 'x.rsc', dialect: 'v7' }).router);
  };

  it('no hours anywhere, or disabled ones → one moment', () => {
    expect(moments('')).toEqual([{ at: 0, text: 'sun 00:00' }]);
    expect(moments('time=8h-17h,mon disabled=yes')).toEqual([{ at: 0, text: 'sun 00:00' }]);
  });

  it('one stretch of hours → outside and inside, the longer one first', () => {
    expect(moments('time=8h-17h30m,mon').map(({ text }) => text)).toEqual(['sun 00:00', 'mon 08:00']);
    expect(moments('time=1h5m-23h,sun,mon,tue,wed,thu,fri,sat').map(({ text }) => text)).toEqual([
      'sun 01:05',
      'sun 00:00',
    ]);
  });

  it('stretches that overlap → each kind of moment once', () => {
    expect(moments('time=8h-12h,mon', 'time=10h-14h,mon').map(({ at, text }) => [at, text])).toEqual([
      [0, 'sun 00:00'],
      [day + 8 * hour, 'mon 08:00'],
      [day + 10 * hour, 'mon 10:00'],
      [day + 12 * hour, 'mon 12:00'],
    ]);
  });
});

it.each<[string, number | undefined]>([
  ['sun 0:00', 0],
  ['sun 00:01', 60_000],
  ['mon 14:30', day + 14.5 * hour],
  [' SAT 23:59 ', 6 * day + 24 * hour - 60_000],
  ['sat 24:00', undefined],
  ['sat 23:60', undefined],
  ['day 10:00', undefined],
  ['mon', undefined],
  ['mon 10:5', undefined],
  ['mon 100:00', undefined],
  ['mon 10:00x', undefined],
  ['xmon 10:00', undefined],
  ['', undefined],
])('parseMoment: %j → %s', (text, expected) => {
  expect(parseMoment(text)).toBe(expected);
});
