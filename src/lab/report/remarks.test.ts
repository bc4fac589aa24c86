import { describe, expect, it } from 'vitest';
import { parseBench } from '../topology/testing/parse-bench.ts';
import { benchRemarks } from './remarks.ts';

const topology = parseBench(`
/interface pppoe-client add interface=ether1 name=line add-default-route=yes disabled=no
/interface wireguard add name=wg1 listen-port=13231
/ip address
add address=192.168.88.1/24 interface=lan
add address=10.9.0.1/24 interface=wg1
/ip dhcp-server add interface=lan name=lan address-pool=none disabled=no
`);
const hotspot = { kind: 'hotspot', name: 'guests', at: 'office.rsc:9' } as const;

describe('benchRemarks', () => {
  it('every stand-in in one sentence → address, peer, MTU, what is behind it and what it falls with', () => {
    expect(benchRemarks(topology, [], 'en').standIns.map(({ text }) => text)).toEqual([
      'line (pppoe-client): a veth stands in for it, 100.64.0.2 with peer 100.64.0.1/32, MTU 1492, with ISP1 behind it, falling with ether1.',
      'wg1 (wireguard): a veth stands in for it, MTU 1420, with one machine behind it.',
    ]);
  });

  it('a hotspot → what the topology takes for granted, or how to say it', () => {
    const assumed = { ...topology, assume: { hotspot: 'auth' } };
    expect(benchRemarks(assumed, [hotspot], 'en').notRun[0]?.text).toContain('says hotspot=auth.');
    expect(benchRemarks(topology, [hotspot], 'en').notRun[0]?.text).toContain('assume: { hotspot: auth }');
  });
});
