import { describe, expect, it } from 'vitest';
import type { DhcpServerService } from '../linux/index.ts';
import { noOrigin } from '../model/index.ts';
import { clientArgv, dhcpArguments, dnsArguments, dnsmasqServices, parseLeaseLine } from './index.ts';

const line = (fields: Readonly<Record<string, string>>): string =>
  ['jalur-lease', ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join('\t');

describe('parseLeaseLine', () => {
  const bound = {
    ...{ event: 'bound', interface: 'ether1', address: '10.10.10.254', length: '24' },
    ...{ router: '10.10.10.1 10.10.10.2', dns: '1.1.1.1 8.8.8.8', server: '10.10.10.1', seconds: '3600' },
  };

  it('reads a lease; of several routers the first is its gateway', () => {
    expect(parseLeaseLine(line(bound))).toEqual({
      event: 'bound',
      interface: 'ether1',
      lease: {
        interface: 'ether1',
        address: { address: '10.10.10.254', length: 24 },
        gateway: '10.10.10.1',
        otherGateways: ['10.10.10.2'],
        dns: ['1.1.1.1', '8.8.8.8'],
        server: '10.10.10.1',
        leaseTime: 3_600_000,
      },
    });
  });

  it('reads a lease without gateway and DNS', () => {
    const said = parseLeaseLine(line({ ...bound, router: '', dns: '' }));
    expect(said?.lease).toMatchObject({ gateway: undefined, dns: [] });
  });

  it('reads classless routes (option 121), and leaves out what is none', () => {
    const routes = '160.0.0.0/24 10.10.10.3 0.0.0.0/0 10.10.10.1 nonsense 10.10.10.1 10.0.0.0/8';
    expect(parseLeaseLine(line({ ...bound, routes }))?.lease?.routes).toEqual([
      { destination: '160.0.0.0/24', gateway: '10.10.10.3' },
      { destination: '0.0.0.0/0', gateway: '10.10.10.1' },
    ]);
  });

  it.each([
    ['an hour', '3600', 3_600_000],
    ['nothing said → an hour', '', 3_600_000],
    ['no time at all → as long as the client holds it', '0', 16_000],
    ['a second → as long as the client holds it', '1', 16_000],
    ['for ever', '4294967295', 4_294_967_295_000],
  ])('reads how long it holds: %s', (_, seconds, leaseTime) => {
    expect(parseLeaseLine(line({ ...bound, seconds }))?.lease?.leaseTime).toBe(leaseTime);
  });

  it('reads the routes of option 249 where there is no option 121', () => {
    const old = parseLeaseLine(line({ ...bound, msroutes: '10.0.0.0/8 10.10.10.3' }))?.lease?.routes;
    expect(old).toEqual([{ destination: '10.0.0.0/8', gateway: '10.10.10.3' }]);
    const both = { ...bound, routes: '0.0.0.0/0 10.10.10.1', msroutes: '10.0.0.0/8 10.10.10.3' };
    expect(parseLeaseLine(line(both))?.lease?.routes).toEqual([
      { destination: '0.0.0.0/0', gateway: '10.10.10.1' },
    ]);
  });

  it('reads static routes of old (option 33): networks of a class, and hosts', () => {
    const text = '10.0.0.0/10.10.10.3 172.16.0.0/10.10.10.3 203.0.113.0/10.10.10.4 203.0.113.7/10.10.10.5';
    const wrong = ' 0.0.0.0/10.10.10.1 nonsense 10.0.0.0 10.0.0.0/x';
    expect(parseLeaseLine(line({ ...bound, static: text + wrong }))?.lease?.staticRoutes).toEqual([
      { destination: '10.0.0.0/8', gateway: '10.10.10.3' },
      { destination: '172.16.0.0/16', gateway: '10.10.10.3' },
      { destination: '203.0.113.0/24', gateway: '10.10.10.4' },
      { destination: '203.0.113.7/32', gateway: '10.10.10.5' },
    ]);
    expect(parseLeaseLine(line({ ...bound, static: '' }))?.lease).not.toHaveProperty('staticRoutes');
  });

  it('reads the largest packet of the line (option 26)', () => {
    const mtu = (text: string) => parseLeaseLine(line({ ...bound, mtu: text }))?.lease?.mtu;
    expect([mtu('1400'), mtu(''), mtu('many')]).toEqual([1400, undefined, undefined]);
  });

  it('keeps a mask that is none, as it was given', () => {
    const mask = (text: string) => parseLeaseLine(line({ ...bound, mask: text }))?.lease?.gappedMask;
    expect(mask('255.0.255.0')).toBe('255.0.255.0');
    expect([mask('255.255.255.0'), mask('0.0.0.0'), mask('')]).toEqual([undefined, undefined, undefined]);
  });

  it('refuses what is no lease', () => {
    expect(parseLeaseLine('udhcpc: sending discover')).toBeUndefined();
    expect(parseLeaseLine(line({ ...bound, address: '10.10.10' }))).toBeUndefined();
    expect(parseLeaseLine(line({ ...bound, length: '33' }))).toBeUndefined();
    expect(parseLeaseLine(line({ event: 'deconfig', interface: 'ether1' }))).toEqual({
      event: 'deconfig',
      interface: 'ether1',
    });
  });
});

describe('arguments', () => {
  const server: DhcpServerService = {
    ...{ origin: noOrigin, interface: 'ether4', leaseTime: 3_600_000, authoritative: true },
    network: '192.168.0.0/24',
    ranges: [{ from: '192.168.0.100', to: '192.168.0.199' }],
    gateway: ['192.168.0.1'],
    ...{ dns: [], ntp: [] },
    leases: [{ mac: 'AA:BB:CC:00:00:01', address: '192.168.0.50', name: 'tv' }],
  };

  it('of a DHCP server name its range, gateway and static leases, and send no DNS where none is set', () => {
    const argv = dhcpArguments(server, '/run/x/leases');
    expect(argv).toContain('--dhcp-range=192.168.0.100,192.168.0.199,255.255.255.0,3600');
    expect(argv).toContain('--dhcp-option=option:router,192.168.0.1');
    expect(argv).toContain('--dhcp-option=option:dns-server');
    expect(argv).toContain('--dhcp-host=aa:bb:cc:00:00:01,192.168.0.50,tv');
    expect(argv).toContain('--dhcp-authoritative');
  });

  it('of a server without ranges serve static leases only', () => {
    const argv = dhcpArguments({ ...server, ranges: [] }, '/run/x/leases');
    expect(argv).toContain('--dhcp-range=192.168.0.0,static,255.255.255.0,3600');
  });

  it('of the forwarder keep to the interfaces and upstreams given', () => {
    const argv = dnsArguments({
      origin: noOrigin,
      interfaces: ['ether4'],
      servers: ['1.1.1.1'],
      static: [{ name: 'router.lan', address: '192.168.0.1' }],
    });
    expect(argv).toContain('--interface=ether4');
    expect(argv).toContain('--server=1.1.1.1');
    expect(argv).toContain('--host-record=router.lan,192.168.0.1');
  });

  it('DNS by lines: each is asked, all at once; a resolver that no line is named for as routes lead', () => {
    const dns = { origin: noOrigin, interfaces: ['ether4'], static: [] };
    const byLine = [
      { server: '1.1.1.1', interface: 'ether1' },
      { server: '1.1.1.1', interface: 'ether2' },
    ] as const;
    const argv = dnsArguments({ ...dns, servers: ['1.1.1.1', '192.168.0.5'], byLine });
    expect(argv.filter(one => /server/.test(one))).toEqual([
      '--server=192.168.0.5',
      '--server=1.1.1.1@ether1',
      '--server=1.1.1.1@ether2',
      '--all-servers',
    ]);
    expect(dnsArguments({ ...dns, servers: ['1.1.1.1'] })).not.toContain('--all-servers');
  });

  it('are one process per service', () => {
    const names = dnsmasqServices({ dhcpServers: [server], dns: undefined }, '/run/x').map(
      ({ name }) => name,
    );
    expect(names).toEqual(['dhcp server ether4']);
  });

  it('of a client release at the end and run our script', () => {
    const argv = clientArgv({ origin: noOrigin, interface: 'ether1', hostname: 'office' });
    expect(argv.join(' ')).toMatch(/^udhcpc -f -R -i ether1 -s \S+assets\/udhcpc\.sh .* -x hostname:office$/);
  });
});
