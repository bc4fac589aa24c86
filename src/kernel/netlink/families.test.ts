import { describe, expect, it } from 'vitest';
import { defaultPrefix } from '../../net/index.ts';
import type { KernelRoute } from '../types.ts';
import { addAddress, readAddress } from './address.ts';
import { attr } from './attribute.ts';
import { addressBytes, be32, familyNumber, readAddressBytes, u32 } from './bytes.ts';
import { createConnection, deleteConnections } from './conntrack.ts';
import { addRoute, defaultMetric, readPrefix, readRoute } from './route.ts';
import { addRule } from './rule.ts';
import type { NetlinkSocket, Request } from './socket.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const six = '20010db8000000000000000000000001';

/** A socket that answers that every interface has index 11, and keeps what it is asked to do. */
function sent(act: (socket: NetlinkSocket) => void): string {
  const requests: Request[] = [];
  act({
    number: 1,
    request: request => void requests.push(request),
    ask: (_, __, read) => {
      const payload = Buffer.alloc(16);
      payload.writeInt32LE(11, 4);
      return read({ type: 16, flags: 0, sequence: 0, sender: 0, payload });
    },
    dump: () => [],
    *dumpSlices() {},
    sendAll: () => {},
    transaction: () => {},
    close: () => {},
  });
  return requests.map(({ payload = [] }) => hex(Buffer.concat(payload))).join(' ');
}

const message = (...payload: Buffer[]) => ({
  type: 0,
  flags: 0,
  sequence: 0,
  sender: 0,
  payload: Buffer.concat(payload),
});

describe('addresses as bytes', () => {
  it.each([
    ['10.0.0.1', '0a000001'],
    ['2001:db8::1', six],
    ['::ffff:10.0.0.1', '00000000000000000000ffff0a000001'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'f'.repeat(32)],
  ] as const)('%s → %s and back', (address, bytes) => {
    expect(hex(addressBytes(address))).toBe(bytes);
    expect(readAddressBytes(addressBytes(address))).toBe(address);
  });

  it('prefix: without an address attribute → all of the family', () => {
    expect(readPrefix(undefined, 0, 'ipv4')).toBe(defaultPrefix('ipv4'));
    expect(readPrefix(undefined, 0, 'ipv6')).toBe(defaultPrefix('ipv6'));
    expect(readPrefix(addressBytes('2001:db8::'), 32, 'ipv6')).toBe('2001:db8::/32');
  });
});

describe('routes as bytes', () => {
  const route: KernelRoute = {
    ...{ table: 27_001, destination: '2001:db8::/32', type: 'unicast', protocol: 27, metric: 1024 },
    nextHops: [{ address: '2001:db8::1', interface: 'w1', weight: 1 }],
  };
  const head = '0a' + '20' + '0000' + '00' + '1b' + '00' + '01' + '00000000';
  const table = '08000f00' + '79690000';

  it('an IPv6 route → AF_INET6, 16 bytes an address, its metric', () => {
    expect(sent(socket => addRoute(socket, route))).toBe(
      `${head}${table}14000100${'20010db8'.padEnd(32, '0')}0800060000040000` +
        `14000500${six}080004000b000000`,
    );
  });

  it('the metric of a route without one → 1024 in IPv6, 0 in IPv4', () => {
    expect([defaultMetric('::/0'), defaultMetric('0.0.0.0/0')]).toEqual([1024, 0]);
  });

  it('read as the family that is asked for, and as no other', () => {
    const answer = message(
      Buffer.from([10, 32, 0, 0, 0, 27, 0, 1, 0, 0, 0, 0]),
      ...[attr(15, u32(27_001)), attr(1, addressBytes('2001:db8::')), attr(6, u32(1024))],
      ...[attr(5, addressBytes('2001:db8::1')), attr(4, u32(11))],
    );
    const names = () => 'w1';
    expect(readRoute(answer, names, 'ipv6')).toEqual(route);
    expect(readRoute(answer, names, 'ipv4')).toBeUndefined();
  });

  it('an IPv6 blackhole, which the kernel hangs on lo → no next hop', () => {
    const answer = message(
      Buffer.from([10, 0, 0, 0, 254, 27, 0, 6, 0, 0, 0, 0]),
      ...[attr(6, u32(1024)), attr(4, u32(1))],
    );
    expect(readRoute(answer, () => 'lo', 'ipv6')).toMatchObject({ type: 'blackhole', nextHops: [] });
  });
});

describe('rules, addresses and connections as bytes', () => {
  it('an IPv6 rule → AF_INET6 and the length of its source', () => {
    const text = sent(socket =>
      addRule(socket, {
        ...{ family: 'ipv6', priority: 28_000, from: '2001:db8::/32', protocol: 27 },
        action: { kind: 'lookup', table: 254 },
      }),
    );
    expect(text.slice(0, 24)).toBe('0a0020000000000100000000');
    expect(text).toContain(`14000200${'20010db8'.padEnd(32, '0')}`);
  });

  it('an IPv6 address → no broadcast address', () => {
    const add = (address: Parameters<typeof addAddress>[1]['address']): string =>
      sent(socket => addAddress(socket, { interface: 'w1', address, protocol: 27 }));
    expect(add({ address: '2001:db8::1', length: 64 })).toBe(
      `0a4000000b00000014000200${six}14000100${six}05000b001b000000`,
    );
    expect(add({ address: '10.0.0.1', length: 24 })).toContain('080004000a0000ff');
    const answer = message(Buffer.from([10, 64, 0, 0, 11, 0, 0, 0]), attr(1, Buffer.from(six, 'hex')));
    expect(readAddress(answer, () => 'w1', 'ipv6')).toMatchObject({ address: { address: '2001:db8::1' } });
    expect(readAddress(answer, () => 'w1', 'ipv4')).toBeUndefined();
  });

  it('connections → the family in the header (version 1: a flush heeds it), CTA_IP_V6_SRC and DST', () => {
    const flush = (family: 'ipv4' | 'ipv6'): string =>
      sent(socket => deleteConnections(socket, { family, mark: 1, mask: 0xff }));
    expect([flush('ipv4').slice(0, 8), flush('ipv6').slice(0, 8)]).toEqual(['02010000', '0a010000']);
    const ends = {
      source: '2001:db8::1',
      destination: '2001:db8::2',
      sourcePort: 1,
      destinationPort: 2,
    } as const;
    const text = sent(socket =>
      createConnection(socket, { ...ends, protocol: 17, reply: ends, mark: 1 }, 60),
    );
    expect(text).toContain(`14000300${six}140004002001`);
    expect(familyNumber).toEqual({ ipv4: 2, ipv6: 10 });
    expect(text).toContain(hex(attr(8, be32(1))));
  });
});
