import { expect, it } from 'vitest';
import { bitRate, lasting, ms, percent } from './figures.ts';

it.each([
  [0, '0 s'],
  [999, '0 s'],
  [8000, '8 s'],
  [720_000, '12 min'],
  [723_000, '12 min 3 s'],
  [3 * 86_400_000 + 4 * 3_600_000 + 59_000, '3 d 4 h'],
  [3 * 86_400_000 + 59_000, '3 d'],
])('lasting: %d ms → %s', (duration, text) => expect(lasting(duration)).toBe(text));

it.each([
  [0, '0 bit/s'],
  [850, '850 bit/s'],
  [1200, '1.2 kbit/s'],
  [1_234_567, '1.2 Mbit/s'],
  [940_000_000, '940 Mbit/s'],
])('bitRate: %d → %s', (bps, text) => expect(bitRate(bps)).toBe(text));

it('ms, percent: as people read them', () => {
  expect([ms(1.25), ms(350.4), percent(0.523)]).toEqual(['1.3 ms', '350 ms', '52 %']);
});

it('lasting: in Indonesian', () => {
  expect([lasting(723_000, 'id'), lasting(0, 'id')]).toEqual(['12 mnt 3 dtk', '0 dtk']);
});
