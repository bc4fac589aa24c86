import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import {
  broadcastOf,
  defaultPrefix,
  isDefault,
  lengthOfMask,
  networkOf,
  parseIpv4Interface,
  parseIpv4Prefix,
  parseIpv6Interface,
  parseIpv6Prefix,
  parsePrefix,
  prefixContains,
  prefixRange,
  splitPrefix,
  toIpv4,
  toIpv6,
} from './index.ts';

// ipaddr.js takes `::1.2.3.4` for `::ffff:1.2.3.4` (RFC 4291 section 2.5.5.1 does not).
const ipv6 = fc.ipV6().filter(text => !/^::\d+\./.test(text));
const length4 = fc.integer({ min: 0, max: 32 });
const length6 = fc.integer({ min: 0, max: 128 });
const prefix4 = (network: string, bits: number) =>
  parseIpv4Prefix(`${network}/${bits}`) ?? defaultPrefix('ipv4');
const prefix6 = (network: string, bits: number) =>
  parseIpv6Prefix(`${network}/${bits}`) ?? defaultPrefix('ipv6');

describe('IPv4 prefixes', () => {
  it('hold the addresses that ipaddr.js says they hold', () => {
    fc.assert(
      fc.property(fc.ipV4(), length4, fc.ipV4(), (network, bits, address) => {
        const expected = ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parse(network), bits);
        expect(prefixContains(prefix4(network, bits), toIpv4(address))).toBe(expected);
      }),
    );
  });

  it('have bounds that follow from their length', () => {
    fc.assert(
      fc.property(fc.ipV4(), length4, (network, bits) => {
        const { from, to } = prefixRange(prefix4(network, bits));
        expect(to - from + 1).toBe(2 ** (32 - bits));
      }),
    );
  });

  it('keep the host part of an interface address', () => {
    expect(parseIpv4Interface('192.168.0.1/24')).toEqual({ address: '192.168.0.1', length: 24 });
    expect(networkOf({ address: '192.168.0.1', length: 24 })).toBe('192.168.0.0/24');
    expect(broadcastOf('192.168.0.0/24')).toBe('192.168.0.255');
  });

  it('read a missing mask as /32 and a dotted mask as its length', () => {
    expect(parseIpv4Prefix('8.8.4.4')).toBe('8.8.4.4/32');
    expect(parseIpv4Prefix('10.1.2.3/255.255.0.0')).toBe('10.1.0.0/16');
    expect(lengthOfMask('255.0.255.0')).toBeUndefined();
    expect(lengthOfMask('0.0.0.0')).toBe(0);
    expect(lengthOfMask('255.255.255.255')).toBe(32);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0/8', 'ether1', '::/0'])('refuse %j', text => {
    expect(parseIpv4Prefix(text)).toBeUndefined();
  });
});

describe('IPv6 prefixes', () => {
  it('hold the addresses that ipaddr.js says they hold', () => {
    fc.assert(
      fc.property(ipv6, length6, ipv6, fc.boolean(), (network, bits, other, near) => {
        const address = near ? network.replace(/[0-9a-f]$/i, '1') : other;
        const expected = ipaddr.IPv6.parse(address).match(ipaddr.IPv6.parse(network), bits);
        expect(prefixContains(prefix6(network, bits), toIpv6(address))).toBe(expected);
      }),
    );
  });

  it('begin where ipaddr.js says the network begins', () => {
    fc.assert(
      fc.property(ipv6, length6, (network, bits) => {
        const begin = ipaddr.IPv6.networkAddressFromCIDR(`${network}/${bits}`);
        const { address, length } = splitPrefix(prefix6(network, bits));
        expect([toIpv6(begin.toNormalizedString()), bits]).toEqual([address, length]);
      }),
    );
  });

  it('have bounds that follow from their length', () => {
    fc.assert(
      fc.property(ipv6, length6, (network, bits) => {
        const { from, to } = prefixRange(prefix6(network, bits));
        expect(to - from + 1n).toBe(1n << BigInt(128 - bits));
      }),
    );
  });

  it('keep the host part of an interface address', () => {
    expect(parseIpv6Interface('2001:DB8::1/64')).toEqual({ address: '2001:db8::1', length: 64 });
    expect(networkOf({ address: '2001:db8::1', length: 64 })).toBe('2001:db8::/64');
    expect(parseIpv6Prefix('fe80::1')).toBe('fe80::1/128');
  });

  it.each(['::/129', '::/', '::/0/0', '::/ffff::', 'fe80::1%ether1', '10.0.0.0/8'])('refuse %j', text => {
    expect(parseIpv6Prefix(text)).toBeUndefined();
  });
});

describe('prefixes of either family', () => {
  it('are read as what they are', () => {
    expect(parsePrefix('10.1.2.3/8')).toBe('10.0.0.0/8');
    expect(parsePrefix('2001:db8:1::2/32')).toBe('2001:db8::/32');
    expect(parsePrefix('ether1')).toBeUndefined();
  });

  it('never hold an address of the other family', () => {
    expect(prefixContains('0.0.0.0/0', '::1')).toBe(false);
    expect(prefixContains('::/0', '127.0.0.1')).toBe(false);
    expect(prefixContains('::/0', '::1')).toBe(true);
  });

  it('are the default of their family where they hold all of it', () => {
    expect([defaultPrefix('ipv4'), defaultPrefix('ipv6')].map(isDefault)).toEqual([true, true]);
    expect(['0.0.0.0/1', '::/1', '::/128', '0.0.0.0/32'].map(isDefault)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
