import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration, printDuration } from './duration.ts';
import { parseMac } from './mac.ts';
import { parsePorts, printPorts } from './port.ts';
import { parseRate, printRate, showRate } from './rate.ts';

describe('rates', () => {
  it.each([
    ['512k', 512_000],
    ['10M', 10_000_000],
    ['1G', 1_000_000_000],
    ['64000', 64_000],
    ['1.5M', 1_500_000],
    ['0', 0],
  ])('%s is %d bit/s', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });

  it('print what they parse', () => {
    fc.assert(fc.property(fc.nat(2_000_000_000), rate => parseRate(printRate(rate)) === rate));
  });

  it('are shown as Winbox shows them', () => {
    expect([336, 44_900, 972_200, 1.2e9].map(showRate)).toEqual([
      '336 bps',
      '44.9 kbps',
      '972.2 kbps',
      '1.2 Gbps',
    ]);
  });

  it.each(['', 'k', '12q', '-1', '1 2'])('refuse %j', text => expect(parseRate(text)).toBeUndefined());
});

describe('durations', () => {
  it.each([
    ['1d2h3m4s', 93_784_000],
    ['00:10:00', 600_000],
    ['10m', 600_000],
    ['500ms', 500],
    ['5', 5000],
    ['1w', 604_800_000],
    ['1d00:00:01', 86_401_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it('print what they parse', () => {
    fc.assert(fc.property(fc.nat(2_000_000_000), ms => parseDuration(printDuration(ms)) === ms));
  });

  it.each(['', '5x', 'm5', '1h1'])('refuse %j', text => expect(parseDuration(text)).toBeUndefined());
});

describe('ports', () => {
  it('are lists of ports and ranges', () => {
    const ports = parsePorts('80,443,1024-65535');
    expect(ports).toEqual([
      { from: 80, to: 80 },
      { from: 443, to: 443 },
      { from: 1024, to: 65_535 },
    ]);
    expect(printPorts(ports ?? [])).toBe('80,443,1024-65535');
  });

  it.each(['', '65536', '9-1', 'http', '1,,2'])('refuse %j', text =>
    expect(parsePorts(text)).toBeUndefined(),
  );
});

describe('MACs', () => {
  it('are printed upper-case with colons', () => {
    expect(parseMac('aa-bb-cc-00-11-22')).toBe('AA:BB:CC:00:11:22');
    expect(parseMac('aa:bb:cc:00:11')).toBeUndefined();
  });
});
