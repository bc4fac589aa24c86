import { basename } from 'node:path';
import type { GatewayEvent } from '../../../gateway/index.ts';
import { type Ipv4, isDefault, networkOf, prefixContains } from '../../../net/index.ts';
import { type RibRoute, routeTable } from '../../../rib/index.ts';
import type { Lab } from '../../build/lab.ts';
import type { Topology } from '../../topology/topology.ts';
import { greeting, lookUp, startServers } from '../../traffic/index.ts';
import { defineExperiment, type Piece } from '../define.ts';
import { type AddressingExpectation, addressingExpectation } from '../expect.ts';
import type { PartContext } from '../experiment.ts';
import { dialectOf, viaOf } from '../via.ts';
import type { Addressing, InactiveRoute, NatSight, WanLease } from './data.ts';
import { checks, tables } from './judge.ts';

/** Addressing: leases on the WANs and the LAN, NAT as machines outside see it, and the route list. */
export const addressing = defineExperiment<AddressingExpectation, Addressing>({
  name: 'addressing',
  title: 'Who has which address, and which routes follow from that?',
  repeats: ['Gambar 3', 'Gambar 4', 'Gambar 6'],
  expectation: addressingExpectation,
  parts: () => [{ name: 'all', title: 'leases, NAT and routes', seconds: 4 }],
  measure,
  judge,
});

async function measure({ lab, progress }: PartContext): Promise<Addressing> {
  progress(0.1, 'reading leases and routes');
  const { rib, differences } = await lab.router.request('routes');
  const active = rib.routes.filter(route => route.active && isDefault(route.destination));
  const defaults: Record<string, string[]> = {};
  for (const { table, gateways } of active) {
    const ports = gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface));
    defaults[table] = [...new Set([...(defaults[table] ?? []), ...ports])].sort();
  }
  progress(0.4, 'asking machines outside what they see');
  return {
    leases: lab.isps.flatMap(isp => leaseOf(lab.router.events, isp.topology.interface)),
    clients: lab.clients.map(({ name, address, gateway, dns }) => ({
      name,
      address,
      gateway: gateway ?? '',
      dns,
    })),
    nat: await seenByBoxes(lab),
    internet: await seenByInternet(lab),
    routes: routeTable(rib, { dialect: dialectOf(lab.router.events) }),
    inactive: rib.routes.filter(route => !route.active).map(toInactive),
    defaults,
    differences,
    lookup: await lookUpName(lab),
  };
}

function toInactive({ destination, gateways, table, type, origin, reason }: RibRoute): InactiveRoute {
  const { file, start } = origin.span;
  const name = basename(file);
  const gateway = gateways.map(({ text }) => text).join(', ') || type;
  const stated = origin.menu !== '' && file !== '<none>';
  const place = stated ? `${name}:${start.line}` : '';
  // A report is read elsewhere: where this machine keeps its files says nothing there.
  return { destination, gateway, table, place, reason: reason.replaceAll(file, name) };
}

function leaseOf(events: readonly GatewayEvent[], port: string): WanLease[] {
  const event = events.findLast(e => e.type === 'lease' && e.interface === port);
  if (event?.type !== 'lease' || !event.lease) return [];
  const { address, gateway = '', dns } = event.lease;
  return [
    {
      interface: port,
      address: `${address.address}/${address.length}`,
      gateway,
      dns,
      tookMs: event.durationMs ?? null,
    },
  ];
}

/** Every client calls every provider's box, which stands before its own NAT: it sees the router's address, or a leak. */
async function seenByBoxes(lab: Lab): Promise<NatSight[]> {
  const sights: NatSight[] = [];
  for (const isp of lab.isps) {
    const servers = await startServers(isp.ns);
    try {
      for (const client of lab.clients) {
        sights.push(await sight(client, isp.name, isp.topology.gateway));
      }
    } finally {
      await servers.close();
    }
  }
  return sights;
}

async function sight(client: Lab['clients'][number], seenBy: string, address: Ipv4): Promise<NatSight> {
  const result = await greeting({ ns: client.ns, address, timeoutMs: 3000 });
  return { client: client.address, seenBy, seenAs: result.ok ? result.seenAs : '–' };
}

async function seenByInternet(lab: Lab): Promise<Addressing['internet']> {
  const [server] = lab.internet.servers;
  if (server === undefined) return [];
  const servers = await startServers(lab.internet.ns);
  try {
    const sights = await Promise.all(lab.clients.map(client => sight(client, server, server)));
    return sights.map(one => ({ ...one, isp: viaOf(lab.topology, one.seenAs) ?? '–' }));
  } finally {
    await servers.close();
  }
}

async function lookUpName(lab: Lab): Promise<Addressing['lookup']> {
  const [client] = lab.clients;
  const [resolver] = client?.dns ?? [];
  const [name, expected] = Object.entries(lab.topology.internet.names)[0] ?? [];
  if (!client || !resolver || !name || !expected) return undefined;
  const answer = (await lookUp({ ns: client.ns, resolver, name })) ?? 'no answer';
  return { resolver, name, expected, answer };
}

function judge(
  pieces: readonly Piece<Addressing>[],
  expect: AddressingExpectation | undefined,
  topology: Topology,
) {
  const data = pieces[0]?.data;
  if (!data) throw new Error('addressing has one part');
  const lan = expect?.lan ?? (data.clients[0] && networkOf({ address: data.clients[0].address, length: 24 }));
  const inside = data.clients.filter(({ address }) => lan && prefixContains(lan, address)).length;
  const leases = data.leases.map(lease => `${lease.interface} ${lease.address}`).join(', ');
  return {
    finding: `The WANs have ${leases || 'no lease'}; ${inside} of ${data.clients.length} clients have an address of the LAN; main's default leaves by ${data.defaults['main']?.join(' and ') ?? 'nothing'}.`,
    checks: expect ? checks(data, expect, topology) : [],
    data: { ...data, lookup: data.lookup ?? null },
    tables: tables(data),
    figures: [],
    notes: [],
  };
}
