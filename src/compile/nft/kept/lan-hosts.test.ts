import { expect, it } from 'vitest';
import { toIpv4 } from '../../../net/index.ts';
import { lanHosts } from './lan-hosts.ts';

/** What hosts can have, where interfaces have these addresses; `ether9` is no LAN. */
const hosts = (lans: Readonly<Record<string, readonly string[]>>) => {
  const interfaces = Object.entries(lans).map(([name, own]) => {
    const addresses = own.map(text => {
      const [address = '', length = ''] = text.split('/');
      return { address: toIpv4(address), length: Number(length) };
    });
    return [name, { name, running: true, addresses }] as const;
  });
  return lanHosts(
    { ...{ interfaces: Object.fromEntries(interfaces), leases: {}, unreachable: [] } },
    Object.keys(lans).filter(name => name !== 'ether9'),
  );
};

it('a network → all but its own two addresses and the longest run without one of the router', () => {
  expect(hosts({ ether4: ['192.168.0.1/24'] })).toEqual(['192.168.0.2-192.168.0.254']);
  expect(hosts({ ether4: ['192.168.0.200/24'] })).toEqual(['192.168.0.1-192.168.0.199']);
  expect(hosts({ ether4: ['10.0.0.2/30'] })).toEqual(['10.0.0.1-10.0.0.1']);
});

it('an address of the router on any interface → is none of a host', () => {
  expect(hosts({ ether4: ['192.168.0.1/24'], ether9: ['192.168.0.129/32'] })).toEqual([
    '192.168.0.2-192.168.0.128',
  ]);
});

it('two networks → both; one within the other → the first, as ranges of a set must not overlap', () => {
  expect(hosts({ ether4: ['10.0.0.1/24'], ether5: ['10.0.1.1/24'] })).toEqual([
    '10.0.0.2-10.0.0.254',
    '10.0.1.2-10.0.1.254',
  ]);
  expect(hosts({ ether4: ['10.0.0.1/16', '10.0.9.1/24'] })).toHaveLength(1);
});

it('point to point, or no address → nothing', () => {
  expect(hosts({ ether4: ['10.0.0.1/32'], ether5: ['10.0.1.0/31'], ether6: [] })).toEqual([]);
});
