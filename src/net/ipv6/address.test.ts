import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { canonicalIpv6, ipv6ToBigint, isIpv6, parseIpv6, printIpv6, toIpv6 } from './address.ts';

// ipaddr.js takes `::1.2.3.4` for `::ffff:1.2.3.4` (RFC 4291 section 2.5.5.1 does not).
const ipv6 = fc.ipV6().filter(text => !/^::\d+\./.test(text));
const value = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
/** Values with runs of zero groups, which RFC 5952 is about. */
const holed = fc
  .array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  })
  .map(groups => groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n));
const isMapped = (number: bigint): boolean => number >> 32n === 0xffffn;

describe('IPv6 addresses', () => {
  it('parse what they print', () => {
    fc.assert(
      fc.property(fc.oneof(value, holed), number => {
        expect(parseIpv6(printIpv6(number))).toBe(number);
      }),
    );
  });

  it('agree with ipaddr.js on the value of any text', () => {
    fc.assert(
      fc.property(ipv6, text => {
        const bytes = ipaddr.IPv6.parse(text).toByteArray();
        expect(parseIpv6(text)).toBe(bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
      }),
    );
  });

  it('print as ipaddr.js does after RFC 5952, but for mapped IPv4', () => {
    fc.assert(
      fc.property(
        fc.oneof(value, holed).filter(number => !isMapped(number)),
        number => {
          expect(printIpv6(number)).toBe(ipaddr.IPv6.parse(printIpv6(number)).toRFC5952String());
        },
      ),
    );
  });

  it('agree with ipaddr.js on what is one', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-f:.]{1,24}$/).filter(one => !/^::\d+\./.test(one)),
        text => {
          const theirs = ipaddr.IPv6.isValid(text) && !/(^|[:.])0\d+\./.test(text);
          expect(isIpv6(text)).toBe(theirs);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2001:0DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['::ffff:a00:1', '::ffff:10.0.0.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['::13.1.68.3', '::d01:4403'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ])('%s → %s', (text, canonical) => {
    expect(canonicalIpv6(text)).toBe(canonical);
  });

  it.each([
    '',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    '::1.2.3',
    '::1%e1',
  ])('refuse %j', text => {
    expect(parseIpv6(text)).toBeUndefined();
  });

  it('throw only where the text is known to be one', () => {
    expect(ipv6ToBigint('::1')).toBe(1n);
    expect(() => ipv6ToBigint('a:b')).toThrow(TypeError);
    expect(() => toIpv6('ether1')).toThrow(TypeError);
  });
});
