import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import {
  broadcastOf,
  lengthOfMask,
  networkOf,
  parseInterfaceAddress,
  parsePrefix,
  prefixContains,
  prefixRange,
} from './prefix.ts';

const length = fc.integer({ min: 0, max: 32 });

describe('prefixes', () => {
  it('hold the addresses that ipaddr.js says they hold', () => {
    fc.assert(
      fc.property(fc.ipV4(), length, fc.ipV4(), (network, bits, address) => {
        const prefix = parsePrefix(`${network}/${bits}`) ?? '';
        const expected = ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parse(network), bits);
        expect(prefixContains(prefix, address)).toBe(expected);
      }),
    );
  });

  it('have bounds that follow from their length', () => {
    fc.assert(
      fc.property(fc.ipV4(), length, (network, bits) => {
        const { from, to } = prefixRange(parsePrefix(`${network}/${bits}`) ?? '');
        expect(to - from + 1).toBe(2 ** (32 - bits));
      }),
    );
  });

  it('keep the host part of an interface address', () => {
    expect(parseInterfaceAddress('192.168.0.1/24')).toEqual({ address: '192.168.0.1', length: 24 });
    expect(networkOf({ address: '192.168.0.1', length: 24 })).toBe('192.168.0.0/24');
    expect(broadcastOf('192.168.0.0/24')).toBe('192.168.0.255');
  });

  it('read a missing mask as /32 and a dotted mask as its length', () => {
    expect(parsePrefix('8.8.4.4')).toBe('8.8.4.4/32');
    expect(parsePrefix('10.1.2.3/255.255.0.0')).toBe('10.1.0.0/16');
    expect(lengthOfMask('255.0.255.0')).toBeUndefined();
    expect(lengthOfMask('0.0.0.0')).toBe(0);
    expect(lengthOfMask('255.255.255.255')).toBe(32);
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0/8', 'ether1'])('refuse %j', text => {
    expect(parsePrefix(text)).toBeUndefined();
  });
});
