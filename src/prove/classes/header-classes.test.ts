import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { matchersOf } from './bounds.ts';
import { firstOfEach, type Header, headerClasses } from './header-classes.ts';

/** Headers that rules with these matchers can tell apart. */
const headersOf = (...rules: readonly string[]): Header[] => {
  const lines = rules.map(rule => `add chain=prerouting action=accept ${rule}\n`);
  return headerClasses(matchersOf(readText(`/ip firewall mangle\n${lines.join('')}`).router));
};

const ofProtocol = (protocol: number, headers: readonly Header[]) =>
  headers.filter(header => header.protocol === protocol);

const portsOf = (headers: readonly Header[]) =>
  ofProtocol(6, headers).map(({ srcPort, dstPort }) => [srcPort, dstPort]);

describe('headerClasses', () => {
  it('rules look at no header → one ordinary packet of each protocol', () => {
    expect(headersOf()).toMatchObject([
      { protocol: 6, srcPort: 40_000, dstPort: 443, tcpFlags: 2, dscp: 0, size: 60, ttl: 64 },
      { protocol: 17, srcPort: 40_000, dstPort: 443, tcpFlags: 0, dscp: 0, size: 60, ttl: 64 },
      { protocol: 1, srcPort: 0, dstPort: 0, icmpType: 8 },
      { protocol: 47, srcPort: 0, dstPort: 0 },
    ]);
    expect(headersOf()).toHaveLength(4);
  });
});

describe('ports', () => {
  const destinations = (ports: string) =>
    portsOf(headersOf(`protocol=tcp dst-port=${ports}`)).map(([, to]) => to);

  it('a rule for one port → it and another', () => {
    expect(destinations('80')).toEqual([443, 80]);
  });

  it('a rule holds the usual port → a port outside of it as well', () => {
    expect(destinations('443')).toEqual([443, 1]);
    expect(destinations('1-1023')).toEqual([443, 1024]);
  });

  it('the first and the last port → each apart from the others', () => {
    expect(destinations('1')).toEqual([443, 1]);
    expect(destinations('65535')).toEqual([443, 65_535]);
    expect(destinations('1024-65535')).toEqual([443, 1024]);
  });

  it('a range from port 0 → its first port that a connection can have', () => {
    expect(destinations('0-79')).toEqual([443, 1]);
    expect(destinations('0')).toEqual([443]);
  });

  it('ports of one rule → one of them; of two rules → one of each, and of what both hold', () => {
    expect(destinations('22,80')).toEqual([443, 22]);
    const two = headersOf('protocol=tcp dst-port=10-30', 'protocol=tcp dst-port=20-40');
    expect(portsOf(two).map(([, to]) => to)).toEqual([443, 10, 20, 31]);
  });

  it('src-port, dst-port → on their own side; port → on both', () => {
    expect(portsOf(headersOf('protocol=tcp src-port=53'))).toEqual([
      [40_000, 443],
      [53, 443],
    ]);
    expect(portsOf(headersOf('protocol=tcp port=53'))).toEqual([
      [40_000, 443],
      [40_000, 53],
      [53, 443],
      [53, 53],
    ]);
  });

  it('a rule about ports → nothing of protocols without ports', () => {
    const headers = headersOf('protocol=tcp dst-port=80');
    expect(ofProtocol(17, headers)).toHaveLength(2);
    expect(ofProtocol(1, headers)).toHaveLength(1);
    expect(ofProtocol(47, headers)).toHaveLength(1);
  });
});

describe('ICMP', () => {
  const typesOf = (...options: readonly string[]) =>
    ofProtocol(1, headersOf(...options.map(one => `protocol=icmp icmp-options=${one}`))).map(
      ({ icmpType }) => icmpType,
    );

  it('a rule names a query → it and the echo request', () => {
    expect(typesOf('13:0')).toEqual([8, 13]);
    expect(typesOf('15:0', '17:0', '8:0')).toEqual([8, 15, 17]);
  });

  it('a rule names a query → nothing of other protocols without ports', () => {
    expect(ofProtocol(47, headersOf('protocol=icmp icmp-options=13:0'))).toHaveLength(1);
  });

  it('a rule names errors or answers → no connection begins with them', () => {
    expect(typesOf('3:4', '0:0', '11:0')).toEqual([8]);
  });
});

describe('DSCP, size and TTL', () => {
  const first = (rule: string, of: 'dscp' | 'size' | 'ttl') =>
    ofProtocol(47, headersOf(rule)).map(header => header[of]);

  it('a rule for a DSCP → it and 0', () => {
    expect(first('dscp=46', 'dscp')).toEqual([0, 46]);
    expect(first('dscp=0', 'dscp')).toEqual([0]);
  });

  it('a rule for sizes → one in it, one outside of it', () => {
    expect(first('packet-size=100-200', 'size')).toEqual([60, 100]);
    expect(first('packet-size=40-1500', 'size')).toEqual([60, 28]);
    expect(first('packet-size=1400-65535', 'size')).toEqual([60, 1400]);
  });

  it('sizes from 0 → the smallest that a packet can have; below it → none', () => {
    expect(first('packet-size=0-40', 'size')).toEqual([60, 28]);
    expect(first('packet-size=0-27', 'size')).toEqual([60]);
  });

  it('a rule for a TTL → it and its neighbours that the router forwards', () => {
    expect(first('ttl=equal:100', 'ttl')).toEqual([64, 99, 100, 101]);
    expect(first('ttl=equal:1', 'ttl')).toEqual([64, 2]);
    expect(first('ttl=equal:2', 'ttl')).toEqual([64, 2, 3]);
    expect(first('ttl=equal:255', 'ttl')).toEqual([64, 254, 255]);
    expect(first('ttl=less-than:64', 'ttl')).toEqual([64, 63, 65]);
  });

  it('several looked at → each with each', () => {
    const headers = ofProtocol(47, headersOf('dscp=46', 'packet-size=100-200', 'ttl=equal:255'));
    expect(headers).toHaveLength(2 * 2 * 3);
    expect(headers).toContainEqual(expect.objectContaining({ dscp: 46, size: 100, ttl: 255 }));
  });
});

describe('firstOfEach', () => {
  it('values with the same signature → the first of them, in order', () => {
    expect(firstOfEach([3, 8, 5, 2], value => (value % 2 ? 'odd' : 'even'))).toEqual([3, 8]);
    expect(firstOfEach([], String)).toEqual([]);
  });
});
