import { describe, expect, it } from 'vitest';
import { arpRequest, arpSender, dnsAnswer, dnsQuery, echoReply, echoRequest, headRequest } from './index.ts';

describe('echo', () => {
  it('carries its sequence there and back', () => {
    const packet = Buffer.from(echoRequest(0x1_0007));
    expect(packet[0]).toBe(8);
    expect(echoReply(packet)).toBeUndefined();
    packet[0] = 0;
    expect(echoReply(packet)).toBe(7);
    expect(echoReply(packet.subarray(0, 7))).toBeUndefined();
  });
});

describe('ARP', () => {
  const mac = Uint8Array.from([2, 0, 0, 0, 0, 1]);

  it('asks everybody, claiming no address', () => {
    const frame = Buffer.from(arpRequest(mac, '10.10.10.1'));
    expect(frame.toString('hex')).toBe(
      'ffffffffffff020000000001' +
        '0806' +
        '0001080006040001' +
        '02000000000100000000' +
        '0000000000000a0a0a01',
    );
  });

  it('hears replies only', () => {
    const frame = Buffer.from(arpRequest(mac, '10.10.10.1'));
    expect(arpSender(frame)).toBeUndefined();
    frame.writeUInt16BE(2, 20);
    frame.writeUInt32BE(0x0a0a0a01, 28);
    expect(arpSender(frame)).toBe(0x0a0a0a01);
    expect(arpSender(frame.subarray(0, 41))).toBeUndefined();
  });
});

describe('DNS', () => {
  it('asks for the address of the root', () => {
    expect(Buffer.from(dnsQuery(0x1_0007)).toString('hex')).toBe('0007010000010000000000000000010001');
  });

  it('hears answers only, whatever they say', () => {
    const packet = Buffer.from(dnsQuery(7));
    expect(dnsAnswer(packet)).toBeUndefined();
    packet.writeUInt16BE(0x8185, 2); // refused
    expect(dnsAnswer(packet)).toBe(7);
    expect(dnsAnswer(packet.subarray(0, 11))).toBeUndefined();
  });
});

it('HTTP: asks for the head alone, and for the end of the connection', () => {
  expect(headRequest('192.0.2.1')).toBe('HEAD / HTTP/1.1\r\nHost: 192.0.2.1\r\nConnection: close\r\n\r\n');
});
