import { describe, expect, it } from 'vitest';
import {
  makeDhcpClient,
  makeDhcpServer,
  makeIpAddress,
  makeNetwatch,
  makeRoute,
  makeRouter,
} from '../../model/index.ts';
import { type Ipv4, parseIpv4Interface } from '../../net/index.ts';
import { checkTopology } from './check.ts';
import { deriveTopology } from './derive.ts';

function address(text: string, port: string) {
  const parsed = parseIpv4Interface(text);
  if (!parsed) throw new Error(text);
  return makeIpAddress({ address: parsed, interface: port });
}

const route = (gateway: Ipv4, parts: object = {}) =>
  makeRoute({ gateways: [{ address: gateway }], ...parts });

describe('deriveTopology', () => {
  it('gives each DHCP WAN the network of its static gateway, as the paper means it', () => {
    const topology = deriveTopology(
      makeRouter({
        dhcpClients: [makeDhcpClient({ interface: 'ether1' }), makeDhcpClient({ interface: 'ether2' })],
        dhcpServers: [makeDhcpServer({ name: 'lan', interface: 'ether4' })],
        addresses: [address('192.168.0.1/24', 'ether4')],
        routes: [
          route('10.111.0.1', { table: 'to_ISP1' }),
          route('10.10.10.1'),
          route('20.20.20.1', { distance: 2 }),
        ],
      }),
      'paper.rsc',
    );
    expect(
      topology?.isps.map(({ name, interface: port, network, gateway }) => [name, port, network, gateway]),
    ).toEqual([
      ['isp1', 'ether1', '10.10.10.0/24', '10.10.10.1'],
      ['isp2', 'ether2', '20.20.20.0/24', '20.20.20.1'],
    ]);
    expect(topology?.router.lan).toBe('ether4');
    expect(topology && checkTopology(topology)).toEqual([]);
  });

  it('keeps canaries on the Internet', () => {
    const topology = deriveTopology(
      makeRouter({
        dhcpClients: [makeDhcpClient({ interface: 'wan' })],
        routes: [route('8.8.4.4'), route('10.9.8.1', { destination: '8.8.4.4/32' })],
        netwatch: [makeNetwatch({ host: '1.1.1.1' }), makeNetwatch({ host: '192.168.0.9' })],
      }),
      'x.rsc',
    );
    expect(topology?.internet.hosts).toEqual(['8.8.4.4', '1.1.1.1']);
    expect(topology?.isps[0]).toMatchObject({ gateway: '10.9.8.1', network: '10.9.8.0/24' });
  });

  it('finds static WANs, and gives clients static addresses where there is no DHCP server', () => {
    const topology = deriveTopology(
      makeRouter({
        addresses: [address('192.0.2.2/30', 'ether1'), address('172.16.0.1/24', 'ether2')],
        routes: [route('192.0.2.1')],
      }),
      'x.rsc',
    );
    expect(topology?.isps).toMatchObject([{ interface: 'ether1', gateway: '192.0.2.1', lease: [] }]);
    expect(topology?.router.lan).toBe('ether2');
    expect(topology?.clients.static).toEqual({ network: '172.16.0.0/24', gateway: '172.16.0.1' });
  });

  it('has nothing to build without a WAN', () => {
    expect(deriveTopology(makeRouter(), 'x.rsc')).toBeUndefined();
  });
});
