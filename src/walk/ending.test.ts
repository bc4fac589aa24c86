import { describe, expect, it } from 'vitest';
import { readText } from '../../test/walk/read.ts';
import { type Ipv4, ipv4ToNumber } from '../net/index.ts';
import type { Connection } from './conntrack/connection.ts';
import { isPrivate, leaving } from './ending.ts';
import { makePacket, newState } from './index.ts';

const twoWans = `/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether2
add address=192.168.0.1/24 interface=ether3
/ip route
add gateway=203.0.113.1
add gateway=198.51.100.1 distance=2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether2
`;

interface Left {
  readonly out?: string;
  /** Its source as it leaves, and as it came. */
  readonly src?: Ipv4;
  readonly came?: Ipv4;
  readonly dst?: Ipv4;
  readonly gateway?: Ipv4;
  /** The interface that its connection was masqueraded for. */
  readonly madeFor?: string;
  readonly isReply?: boolean;
  readonly dead?: readonly string[];
  readonly srcPort?: number;
}

function endOf(left: Left = {}): string {
  const { out = 'ether2', src = '198.51.100.2', came = '192.168.0.9', dst = '8.8.8.8' } = left;
  const { setup, flight } = readText(twoWans, left.dead ? { dead: left.dead } : {});
  const { interfaces } = setup;
  flight.start(makePacket({ in: 'ether3', src: came, dst, srcPort: 1000, dstPort: 80 }), newState());
  flight.in = interfaces.id('ether3');
  flight.out = interfaces.id(out);
  flight.src = ipv4ToNumber(src);
  flight.srcPort = left.srcPort ?? 1000;
  flight.gateway = ipv4ToNumber(left.gateway ?? '198.51.100.1');
  flight.isReply = left.isReply === true;
  const masqueradedFor = left.madeFor === undefined ? 0 : interfaces.id(left.madeFor);
  flight.connection = { masqueradedFor } as Connection;
  const ending = leaving(setup, flight);
  if (ending.kind === 'stuck') return `stuck ${ending.owner}`;
  return ending.kind === 'forwarded' ? `forwarded ${ending.translated}` : ending.kind;
}

describe('how a packet that leaves is judged', () => {
  it('with the address of the WAN that it leaves by → forwarded, translated', () => {
    expect(endOf()).toBe('forwarded true');
    expect(endOf({ madeFor: 'ether2' })).toBe('forwarded true');
  });

  it('with its own source → not translated; another port alone is a translation', () => {
    expect(endOf({ src: '203.0.114.9', came: '203.0.114.9' })).toBe('forwarded false');
    expect(endOf({ src: '203.0.114.9', came: '203.0.114.9', srcPort: 1001 })).toBe('forwarded true');
  });

  it('with the address of another WAN → stuck; with one of the LAN side it is a leak or none', () => {
    expect(endOf({ src: '203.0.113.2' })).toBe('stuck ether1');
    expect(endOf({ src: '192.168.0.1' })).toBe('forwarded true');
  });

  it('with an address that no interface has any more, masqueraded for another WAN → stuck there', () => {
    expect(endOf({ src: '203.0.113.77', madeFor: 'ether1' })).toBe('stuck ether1');
  });

  it('such an address, masqueraded for this WAN, for none, as an answer, or its own → forwarded', () => {
    expect(endOf({ src: '203.0.113.77', madeFor: 'ether2' })).toBe('forwarded true');
    expect(endOf({ src: '203.0.113.77' })).toBe('forwarded true');
    expect(endOf({ src: '203.0.113.77', madeFor: 'ether1', isReply: true })).toBe('forwarded true');
    expect(endOf({ src: '203.0.113.77', came: '203.0.113.77', madeFor: 'ether1' })).toBe('forwarded false');
  });

  it('a private source to the Internet → leaked; to a neighbour of the WAN → forwarded', () => {
    expect(endOf({ src: '192.168.0.9' })).toBe('leaked');
    expect(endOf({ src: '192.168.0.9', dst: '10.9.9.9' })).toBe('leaked');
    expect(endOf({ src: '192.168.0.9', dst: '10.9.9.9', gateway: '10.9.9.9' })).toBe('forwarded false');
  });

  it('back by the WAN that it came from → looped; by a dead WAN → lost; to the LAN → forwarded', () => {
    expect(endOf({ dead: ['ether2'] })).toBe('lost');
    expect(endOf({ dead: ['ether1'] })).toBe('forwarded true');
    expect(endOf({ out: 'ether3', src: '8.8.8.8', came: '8.8.8.8' })).toBe('forwarded false');
  });
});

describe('isPrivate', () => {
  it.each([
    ['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
    ['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
    ['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
    ['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
    ['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
  ] as const)('%s to %s is private, its neighbours are not', (first, last, below, above) => {
    const are = [first, last, below, above].map(address => isPrivate(ipv4ToNumber(address)));
    expect(are).toEqual([true, true, false, false]);
  });
});
