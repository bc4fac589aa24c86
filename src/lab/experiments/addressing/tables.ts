import type { Table } from '../result.ts';
import type { Addressing } from './data.ts';
import type { AddressingWords } from './say.ts';

/** The paper's figures as tables. */
export function tables(data: Addressing, say: AddressingWords): Table[] {
  return [
    wanTable(data, say),
    lanTable(data, say),
    natTable(data, say),
    { title: say.routes, repeats: 'Gambar 6', ...data.routes },
    inactiveTable(data, say),
  ];
}

const listed = (addresses: readonly string[]): string => addresses.join(', ') || '–';

const wanTable = ({ leases }: Addressing, say: AddressingWords): Table => ({
  title: say.wanClients,
  repeats: 'Gambar 3',
  columns: [...say.wanColumns, { title: say.leaseAfter, unit: 'ms' }],
  rows: leases.map(lease => [
    lease.interface,
    lease.address,
    lease.gateway,
    listed(lease.dns),
    say.from[lease.from],
    lease.from === 'dhcp' ? lease.tookMs : null,
  ]),
});

const lanTable = ({ clients }: Addressing, say: AddressingWords): Table => ({
  title: say.lanClients,
  columns: say.lanColumns,
  rows: clients.map(({ name, address, gateway, dns }) => [name, address, gateway, listed(dns)]),
});

const natTable = ({ nat, internet }: Addressing, say: AddressingWords): Table => ({
  title: say.nat,
  repeats: 'Gambar 4',
  columns: say.natColumns,
  rows: [
    ...nat.map(({ client, seenBy, seenAs }) => [client, say.ispRouter(seenBy.toUpperCase()), seenAs]),
    ...internet.map(({ client, seenBy, seenAs, isp }) => [
      client,
      say.server(seenBy),
      say.behindNat(seenAs, isp.toUpperCase()),
    ]),
  ],
});

const inactiveTable = ({ inactive }: Addressing, say: AddressingWords): Table => ({
  title: say.inactive,
  columns: say.inactiveColumns,
  rows: inactive.map(({ destination, gateway, table, place, reason }) => [
    destination,
    gateway,
    table,
    place || '–',
    reason,
  ]),
});
