import { describe, expect, it } from 'vitest';
import { packetIn, requestOf, toQuery } from './packet-query.ts';

describe('the packet of an address', () => {
  const query = new URLSearchParams(
    'in=ether4&src=192.168.0.10&dst=8.8.8.8&protocol=tcp&dstPort=443&whyNot=12',
  );

  it('a row’s link → the request that it stands for', () => {
    expect(requestOf(packetIn(query), 'en')).toEqual({
      packet: { in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8', protocol: 'tcp', dstPort: 443 },
      reply: true,
      lang: 'en',
      whyNot: 12,
    });
  });

  it('a service as port, a WAN that fails → as they are', () => {
    const packet = packetIn(new URLSearchParams('dst=nas&dstPort=https&through=ISP1&how=dead&reply=no'));
    expect(requestOf(packet, 'id')).toEqual({
      packet: { dst: 'nas', dstPort: 'https' },
      ...{ reply: false, lang: 'id', through: 'ISP1', how: 'dead' },
    });
  });

  it('as an address again → the same packet', () => {
    const packet = packetIn(query);
    expect(packetIn(new URLSearchParams(toQuery(packet)))).toEqual(packet);
  });
});
