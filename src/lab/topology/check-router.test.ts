import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { obstaclesOf } from './obstacles.ts';
import { buildTopology, parseTopology } from './read.ts';
import { parseBench } from './testing/parse-bench.ts';

const office = `/ip dhcp-client add interface=ether1 disabled=no
/ip address add address=192.0.2.2/30 interface=ether2
/ip address add address=192.168.0.1/24 interface=ether4
/ip route add dst-address=0.0.0.0/0 gateway=192.0.2.1 distance=2
/ip pool add name=p ranges=192.168.0.10-192.168.0.99
/ip dhcp-server add interface=ether4 name=d address-pool=p disabled=no
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
`;
const routerOf = (text: string) => readRouterOs(text, { file: 'office.rsc' }).router;

function faults(topology: string, text = office): string[] {
  const { found, diagnostics } = parseTopology(topology, 't.yaml');
  const wrong = found ? buildTopology(found, routerOf(text)).diagnostics : diagnostics;
  return wrong.map(
    ({ what, do: next = '', span: { start } }) => `${start.line}:${start.column} ${what} ${next}`,
  );
}

describe('a topology and its configuration', () => {
  it.each([
    [
      'a port that the configuration has not',
      'isps:\n  - interface: ether9',
      '2:16 isps[0].interface: the configuration has no interface ether9. Name one that it has: ether1, ether2, ether4.',
    ],
    [
      'a port of the LAN that it has not',
      'router: { lan: ether7 }\nisps: [{ interface: ether1 }]',
      '1:16 router.lan: the configuration has no interface ether7. Name one that it has: ether1, ether2, ether4.',
    ],
    [
      'a lease for a static address',
      'isps:\n  - interface: ether2\n    lease: 192.0.2.2',
      '3:12 isps[0].lease: nobody asks for this lease: ether2 has a static address. Write lease: [], or give the configuration an /ip dhcp-client on that port.',
    ],
    [
      "the LAN's network behind an ISP",
      'isps:\n  - interface: ether1\n    network: 192.168.0.0/16',
      '3:14 isps[0].network: 192.168.0.0/16 behind ether1 overlaps 192.168.0.0/24, which the configuration has on ether4. Give the ISP another network.',
    ],
  ])('%s → is said before anything starts, with what to do', (_, topology, expected) => {
    expect(faults(topology)).toEqual([expected]);
  });

  it('its own ports → nothing to say', () => {
    expect(faults('isps: [{ interface: ether1 }, { interface: ether2 }]')).toEqual([]);
  });
});

describe('obstaclesOf', () => {
  const kinds = (text: string, topology = 'isps: [{ interface: ether1 }]\nrouter: { lan: ether4 }') => {
    const { found } = parseTopology(topology, 't.yaml');
    const bench = found && buildTopology(found, routerOf(text)).topology;
    return bench && obstaclesOf(routerOf(text), bench);
  };

  it('a DHCP server with a pool and an address → none', () => {
    expect(kinds(office)).toEqual([]);
  });

  it('the server on another port → says where it is', () => {
    const text = office.replace('dhcp-server add interface=ether4', 'dhcp-server add interface=ether5');
    expect(kinds(text)).toEqual([
      { kind: 'no-server', port: 'ether4', elsewhere: ['ether5'], at: 'office.rsc:6' },
    ]);
  });

  it('no address where it serves, no pool → says which', () => {
    expect(
      kinds(
        office.replace('address=192.168.0.1/24 interface=ether4', 'address=192.168.0.1/24 interface=ether5'),
      ),
    ).toMatchObject([{ kind: 'no-address', at: 'office.rsc:6' }]);
    expect(kinds(office.replace('/ip pool add name=p', '/ip pool add name=q'))).toMatchObject([
      { kind: 'no-pool' },
    ]);
  });

  it('no DHCP server at all → clients have static addresses', () => {
    const text = office.replace(/^\/ip dhcp-server add .*$/m, '');
    expect(kinds(text)).toEqual([]);
    expect(parseBench(text).clients.static).toEqual({ network: '192.168.0.0/24', gateway: '192.168.0.1' });
  });

  it('a port of a bridge as the LAN → the bridge is meant', () => {
    const text = `${office.replaceAll('ether4', 'bridge')}/interface bridge add name=bridge\n/interface bridge port add bridge=bridge interface=ether4`;
    expect(kinds(text)).toEqual([]);
  });
});
