import { describe, expect, it } from 'vitest';
import { first, read, ribOf } from '../../test/rib/ribs.ts';
import type { KnownWorld, Lease, LeaseRoutes } from './index.ts';

describe('routes that come with a lease', () => {
  const lease = (more: Partial<Lease> = {}): Lease => ({
    ...{ interface: 'ether3', address: { address: '10.3.0.2', length: 24 }, gateway: '10.3.0.1' },
    ...{ dns: [], leaseTime: 1, ...more },
  });
  const dynamic = (client: string, given: Lease = lease()) =>
    ribOf(read(`/ip dhcp-client add interface=ether3 ${client}`), { leases: [given] })
      .routes.filter(({ source }) => source === 'dhcp')
      .map(({ destination, table, distance, gateways }) =>
        [destination, table, distance, gateways[0]?.text, gateways[0]?.nextHops[0]?.address].join(' '),
      );
  const routes = [
    { destination: '10.9.0.0/16', gateway: '10.3.0.9' },
    { destination: '10.8.0.0/16', gateway: '0.0.0.0' },
  ] as const;

  it('the default route by the gateway, at the distance of the client', () => {
    expect(dynamic('')).toEqual(['0.0.0.0/0 main 1 10.3.0.1 10.3.0.1']);
    expect(dynamic('default-route-distance=7')).toEqual(['0.0.0.0/0 main 7 10.3.0.1 10.3.0.1']);
    expect(dynamic('disabled=yes')).toEqual([]);
    expect(dynamic('add-default-route=no')).toEqual([]);
    expect(dynamic('', lease({ gateway: undefined }))).toEqual([]);
  });

  it('routes that the lease lists → in its place; with special-classless beside it', () => {
    const listed = ['10.9.0.0/16 main 1 10.3.0.9 10.3.0.9', '10.8.0.0/16 main 1 ether3 '];
    expect(dynamic('', lease({ routes }))).toEqual(listed);
    expect(dynamic('add-default-route=special-classless', lease({ routes }))).toEqual([
      ...listed,
      '0.0.0.0/0 main 1 10.3.0.1 10.3.0.1',
    ]);
    expect(dynamic('add-default-route=special-classless', lease({ routes, gateway: undefined }))).toEqual(
      listed,
    );
    expect(dynamic('add-default-route=no', lease({ routes }))).toEqual([]);
    expect(dynamic('', lease({ routes: [] }))).toEqual(['0.0.0.0/0 main 1 10.3.0.1 10.3.0.1']);
  });
});

describe('static routes that follow a lease', () => {
  const lease: Lease = {
    ...{ interface: 'ether3', address: { address: '10.3.0.2', length: 24 }, gateway: '10.3.0.9' },
    ...{ dns: [], leaseTime: 1 },
  };
  const text = '/ip dhcp-client add interface=ether3 add-default-route=no\n/ip route add gateway=10.3.0.1';
  const via = (comment: string, follow: LeaseRoutes, leases = [lease]) =>
    first(ribOf(read(`${text}${comment}`), { leases, leasesKnown: true }, follow)).gateways[0]?.text;

  it('the comment that the script names → the gateway of the lease; any other, or no lease → as written', () => {
    expect(via(' comment=isp3', { ether3: ['isp3'] })).toBe('10.3.0.9');
    expect(via(' comment=isp3', { ether3: ['other', 'isp3'] })).toBe('10.3.0.9');
    expect(via(' comment=isp3', { ether3: ['other'] })).toBe('10.3.0.1');
    expect(via(' comment=isp3', { ether3: ['isp3'] }, [])).toBe('10.3.0.1');
    expect(via('', { ether3: [''] })).toBe('10.3.0.1');
  });
});

describe('connected networks', () => {
  const connected = (text: string, known?: KnownWorld) =>
    ribOf(read(text), known)
      .routes.filter(({ source }) => source === 'connect')
      .map(({ destination, table, prefSrc, origin }) => [
        destination,
        table,
        prefSrc,
        origin.span.start.line,
      ]);

  it('an address of the text, a lease → with the statement it comes from', () => {
    const lease = {
      interface: 'ether3',
      address: { address: '10.3.0.2', length: 24 },
      dns: [],
      leaseTime: 1,
    } as const;
    expect(
      connected(
        `/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.1.0.2/30 interface=ether2
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether3 disabled=yes
/ip dhcp-client add interface=ether3`,
        { leases: [lease], leasesKnown: true },
      ),
    ).toEqual([
      ['10.1.0.0/24', 'main', '10.1.0.2', 2],
      ['10.1.0.0/30', 'main', '10.1.0.2', 3],
      ['10.3.0.0/24', 'main', '10.3.0.2', 6],
    ]);
  });

  it('an interface of a VRF → in its table', () => {
    const vrf =
      '/ip vrf add name=blue interfaces=ether1\n/ip address add address=10.1.0.2/24 interface=ether1';
    expect(connected(vrf)).toEqual([['10.1.0.0/24', 'blue', '10.1.0.2', 3]]);
  });
});

describe('routes of lines that are dialled', () => {
  it('leave by the line itself, unchecked, with the line they come from', () => {
    const { routes, checks } = ribOf(
      read(
        '/interface pppoe-client add disabled=no interface=ether1 name=ppp1 user=a add-default-route=yes comment=isp',
      ),
    );
    expect(first({ routes, checks })).toMatchObject({
      ...{ destination: '0.0.0.0/0', table: 'main', type: 'unicast', source: 'vpn', dynamic: true },
      ...{ disabled: false, active: true, ecmp: false, distance: 1, scope: 30, targetScope: 10 },
      ...{ checkGateway: 'none', comment: 'isp', why: undefined },
      gateways: [{ text: 'ppp1', nextHops: [{ interface: 'ppp1' }], recursive: false }],
    });
    expect(routes.find(({ source }) => source === 'connect')).toMatchObject({
      ...{ destination: '100.64.0.1/32', table: 'main', type: 'unicast', dynamic: true, disabled: false },
      ...{ distance: 0, scope: 10, targetScope: 5, prefSrc: '100.64.0.2', checkGateway: 'none', comment: '' },
    });
    expect(checks).toEqual([]);
  });
});
