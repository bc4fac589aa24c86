import { type Router, rolesOf } from '../../model/index.ts';
import { usualPool } from '../normal/lans-of.ts';
import { networkOfText, ownOf } from '../normal/networks.ts';
import { type Row, type Rows, said, valuesOf } from './rows.ts';

/** An inner network as a router has it. */
export interface Network {
  readonly name: string;
  readonly stated: Readonly<Record<string, unknown>>;
  readonly pool?: string | undefined;
  readonly server?: string | undefined;
}

/** Networks with addresses inside; the lines are `wans`. */
export function networksOfRouter(router: Router, rows: Rows, wans: readonly string[]): readonly Network[] {
  const addressed = rows.of('/ip address').filter(row => !wans.includes(said(row, 'interface') ?? ''));
  const lans = rolesOf(router).lans;
  const own = addressed.filter(row => lans.length === 0 || lans.includes(said(row, 'interface') ?? ''));
  const taken = new Set<string>();
  return own.map((row, at) => networkOf(row, at, rows, taken));
}

function networkOf(row: Row, at: number, rows: Rows, taken: Set<string>): Network {
  const port = said(row, 'interface') ?? '';
  const address = said(row, 'address') ?? '';
  const server = rows.first('/ip dhcp-server', ['interface', port]);
  const pool = said(server, 'address-pool');
  const told = rows.of('/ip dhcp-server network').find(one => said(one, 'gateway') === address.split('/')[0]);
  const hints = [said(row, 'comment') ?? '', pool ?? '', said(server, 'name') ?? '', `lan${at + 1}`];
  const name =
    hints.find(hint => /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(hint) && !taken.has(hint)) ?? `lan${at + 1}`;
  taken.add(name);
  const answers = said(rows.first('/ip dns'), 'allow-remote-requests') === 'yes';
  const dns = server ? dnsOf(told, address) : answers ? {} : { dns: false };
  const vlan = rows.first('/interface vlan', ['name', port]);
  const guests = rows.of(
    '/ip firewall filter',
    ['chain', 'forward'],
    ['action', 'drop'],
    ['in-interface', port],
  );
  const isIsolated = guests.some(one => /^!/.test(said(one, 'out-interface-list') ?? ''));
  const given = server ? dhcpOf(server, address, rows) : false;
  const dhcp = given === true ? {} : { dhcp: given };
  return {
    name,
    stated: {
      interface: port,
      ...(vlan && { over: said(vlan, 'interface'), vlan: Number(said(vlan, 'vlan-id')) }),
      ...{ address, ...dhcp, ...dns },
      ...(isIsolated && { isolated: true }),
    },
    pool,
    server: said(server, 'name'),
  };
}

function dnsOf(told: Row | undefined, address: string): Readonly<Record<string, unknown>> {
  const servers = valuesOf(told, 'dns-server');
  if (servers.length === 0) return { dns: false };
  return servers.length === 1 && servers[0] === ownOf(address).address ? {} : { dns: servers };
}

function dhcpOf(server: Row, address: string, rows: Rows): Readonly<Record<string, unknown>> | true {
  const pool = rows.first('/ip pool', ['name', said(server, 'address-pool') ?? '']);
  const lease = said(server, 'lease-time') ?? '30m';
  const hosts = rows.of('/ip dhcp-server lease', ['server', said(server, 'name') ?? '']).map((row, at) => {
    const comment = said(row, 'comment') ?? '';
    const name = /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(comment) ? comment : `host${at + 1}`;
    return [name, { mac: said(row, 'mac-address') ?? '', address: said(row, 'address') ?? '' }] as const;
  });
  const ranges = said(pool, 'ranges') ?? '';
  const own = {
    ...(ranges !== usualPool(ownOf(address), networkOfText(address)) && { pool: ranges }),
    ...(lease !== '1h' && { lease }),
  };
  if (hosts.length === 0 && Object.keys(own).length === 0) return true;
  return {
    ...own,
    ...(hosts.length > 0 && { hosts: Object.fromEntries(hosts) }),
  };
}
