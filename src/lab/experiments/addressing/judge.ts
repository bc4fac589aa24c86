import { type Ipv4Prefix, prefixContains } from '../../../net/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { duration, same } from '../checks.ts';
import type { AddressingExpectation } from '../expect.ts';
import type { Check, Table } from '../result.ts';
import type { Addressing } from './data.ts';

/** Leases, LAN addresses, default routes, NAT and the LAN's resolver, each against what is expected. */
export function checks(data: Addressing, expect: AddressingExpectation, topology: Topology): Check[] {
  return [
    ...Object.entries(expect.leases).map(([port, address]) =>
      same(
        `address of ${port}`,
        address,
        data.leases.find(lease => lease.interface === port)?.address ?? 'none',
      ),
    ),
    clientsCheck(data, expect.lan),
    ...Object.entries(expect.defaults).map(([table, ports]) =>
      same(
        `default route of ${table} leaves by`,
        listed([...ports].sort()),
        listed(data.defaults[table] ?? []),
      ),
    ),
    same('kernel and route list', 'in step', data.differences.join('; ') || 'in step'),
    ...topology.isps.map(isp => natCheck(data, isp.name, leaseAt(data, isp.interface))),
    ...resolverChecks(data, expect.resolver),
  ];
}

const listed = (ports: readonly string[]): string => ports.join(', ') || 'nothing: no active route';

const leaseAt = (data: Addressing, port: string): string =>
  data.leases.find(lease => lease.interface === port)?.address.split('/')[0] ?? '';

function clientsCheck(data: Addressing, lan: Ipv4Prefix): Check {
  const inside = data.clients.filter(({ address }) => prefixContains(lan, address)).length;
  return same(`clients with an address of ${lan}`, `${data.clients.length}`, `${inside}`);
}

function natCheck(data: Addressing, isp: string, lease: string): Check {
  const seen = new Set(data.nat.filter(({ seenBy }) => seenBy === isp).map(({ seenAs }) => seenAs));
  return same(`source address that ${isp.toUpperCase()} sees of every client`, lease, [...seen].join(', '));
}

function resolverChecks({ clients, lookup }: Addressing, resolver: string | undefined): Check[] {
  if (!resolver) return [];
  const told = [...new Set(clients.flatMap(({ dns }) => dns))].join(', ') || 'none';
  const list = [same('resolver that clients were told', resolver, told)];
  if (lookup) list.push(same(`${lookup.name} through ${lookup.resolver}`, lookup.expected, lookup.answer));
  return list;
}

/** The paper's figures as tables. */
export function tables(data: Addressing): Table[] {
  return [
    {
      title: 'DHCP clients of the router',
      repeats: 'Gambar 3',
      columns: ['Interface', 'IP Address', 'Gateway', 'DNS', 'Status', 'Lease after'],
      rows: data.leases.map(lease => [
        lease.interface,
        lease.address,
        lease.gateway,
        lease.dns.join(', ') || '–',
        'bound',
        duration(lease.tookMs),
      ]),
    },
    {
      title: 'DHCP clients on the LAN',
      columns: ['client', 'address', 'gateway', 'DNS'],
      rows: data.clients.map(({ name, address, gateway, dns }) => [
        name,
        address,
        gateway,
        dns.join(', ') || '–',
      ]),
    },
    {
      title: 'NAT: the source address that machines outside saw',
      repeats: 'Gambar 4',
      columns: ['client', 'seen by', 'as'],
      rows: [
        ...data.nat.map(({ client, seenBy, seenAs }) => [client, `box of ${seenBy.toUpperCase()}`, seenAs]),
        ...data.internet.map(({ client, seenBy, seenAs, isp }) => [
          client,
          `server ${seenBy}`,
          `${seenAs} (through ${isp.toUpperCase()}, which has a NAT of its own)`,
        ]),
      ],
    },
    { title: 'Routes', repeats: 'Gambar 6', ...data.routes },
    {
      title: 'Routes that are not active, and why',
      columns: ['Dst. Address', 'Gateway', 'Table', 'Statement', 'Why'],
      rows: data.inactive.map(({ destination, gateway, table, place, reason }) => [
        destination,
        gateway,
        table,
        place || '–',
        reason,
      ]),
    },
  ];
}
