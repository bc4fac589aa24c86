import { describe, expect, it } from 'vitest';
import { pccKinds } from '../model/index.ts';
import { carriesPorts, ipv4ToNumber, portProtocols } from '../net/index.ts';
import { keyLength, pccKey, usesAddresses, usesPorts } from './index.ts';

const tcp = {
  src: ipv4ToNumber('192.168.0.10'),
  dst: ipv4ToNumber('8.8.4.4'),
  protocol: 6,
  srcPort: 0x1234,
  dstPort: 0x0050,
};
const hex = (key: Uint8Array) => [...key].map(byte => byte.toString(16).padStart(2, '0')).join('');

describe('pccKey', () => {
  it.each([
    ['src-address', 'c0a8000a'],
    ['dst-address', '08080404'],
    ['both-addresses', 'c0a8000a08080404'],
    ['src-port', '1234'],
    ['src-address-and-port', 'c0a8000a1234'],
    ['dst-port', '0050'],
    ['dst-address-and-port', '080804040050'],
    ['both-ports', '12340050'],
    ['both-addresses-and-ports', 'c0a8000a0808040412340050'],
  ] as const)('lays %s back to back', (kind, key) => {
    expect(hex(pccKey(kind, tcp, 'packed'))).toBe(key);
  });

  it('pads a port behind one address on Linux, and nothing else', () => {
    const longer = pccKinds.filter(kind => keyLength(kind, 6, 'padded') !== keyLength(kind, 6, 'packed'));
    expect(longer).toEqual(['src-address-and-port', 'dst-address-and-port']);
    expect(hex(pccKey('dst-address-and-port', tcp, 'padded'))).toBe('0808040400500000');
  });

  it('leaves ports out where the protocol has none', () => {
    const icmp = { ...tcp, protocol: 1 };
    expect(hex(pccKey('both-addresses-and-ports', icmp, 'packed'))).toBe('c0a8000a08080404');
    for (const kind of pccKinds.filter(k => !usesAddresses(k))) {
      expect(pccKey(kind, icmp, 'packed')).toHaveLength(0);
    }
  });

  it('reads ports of the five protocols that it lists', () => {
    const all = Array.from({ length: 256 }, (_, protocol) => protocol);
    expect(all.filter(carriesPorts)).toEqual(portProtocols);
  });

  it('knows what each kind reads', () => {
    expect(pccKinds.filter(kind => usesAddresses(kind) && usesPorts(kind))).toEqual([
      'src-address-and-port',
      'dst-address-and-port',
      'both-addresses-and-ports',
    ]);
  });
});
