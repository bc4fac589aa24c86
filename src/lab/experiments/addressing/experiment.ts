import { basename } from 'node:path';
import type { GatewayEvent } from '../../../gateway/index.ts';
import { type Ipv4, isDefault } from '../../../net/index.ts';
import { type RibRoute, routeTable } from '../../../rib/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { greeting, lookUp, startServers } from '../../traffic/index.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type AddressingExpectation, addressingExpectation } from '../expect.ts';
import { knowClients } from '../isp-routes.ts';
import { dialectOf, viaOf } from '../via.ts';
import { addressesOf } from '../wan-addresses.ts';
import { type Addressing, type InactiveRoute, type NatSight, nothingSeen, type WanLease } from './data.ts';
import { judgeAddressing } from './judge.ts';
import { addressingRequirements } from './requirements.ts';
import { type AddressingWords, addressingWords } from './say.ts';

/** Addressing: leases on the WANs and the LAN, NAT as machines outside see it, and the route list. */
export const addressing = defineExperiment<AddressingExpectation, Addressing, AddressingWords>({
  name: 'addressing',
  repeats: ['Gambar 3', 'Gambar 4', 'Gambar 6'],
  expectation: addressingExpectation,
  say: addressingWords,
  parts: (_, { part }) => [{ name: 'all', title: part, seconds: 4 }],
  measure,
  judge: judgeAddressing,
  requirements: addressingRequirements,
});

async function measure({
  lab,
  progress,
  say,
}: Measuring<AddressingExpectation, AddressingWords>): Promise<Addressing> {
  progress(0.1, say.reading);
  const { rib, differences } = await lab.router.request('routes');
  progress(0.4, say.asking);
  return {
    leases: lab.isps.flatMap(isp => addressOf(lab, isp)),
    clients: lab.clients.map(toClient),
    nat: await seenByBoxes(lab),
    internet: await seenByInternet(lab),
    routes: routeTable(rib, { dialect: dialectOf(lab.router.events) }),
    inactive: rib.routes.filter(route => !route.active).map(route => toInactive(route, say)),
    defaults: defaultPorts(rib.routes),
    tables: [...new Set(rib.routes.filter(({ active }) => active).map(({ table }) => table))],
    differences,
    lookup: await lookUpName(lab, say.noAnswer),
  };
}

const toClient = ({ name, address, gateway, dns }: Lab['clients'][number]) => ({
  name,
  address,
  gateway: gateway ?? '',
  dns,
});

/** By which ports the active default routes of each table leave. */
function defaultPorts(routes: readonly RibRoute[]): Addressing['defaults'] {
  const defaults: Record<string, string[]> = {};
  for (const { active, destination, table, gateways } of routes) {
    if (!active || !isDefault(destination)) continue;
    const ports = gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface));
    defaults[table] = [...new Set([...(defaults[table] ?? []), ...ports])].sort();
  }
  return defaults;
}

function toInactive(
  { destination, gateways, table, type, origin, why }: RibRoute,
  say: AddressingWords,
): InactiveRoute {
  const { file, start } = origin.span;
  const name = basename(file);
  const gateway = gateways.map(({ text }) => text).join(', ') || type;
  const stated = origin.menu !== '' && file !== '<none>';
  const place = stated ? `${name}:${start.line}` : '';
  // A report is read elsewhere: where this machine keeps its files says nothing there.
  const reason = why ? say.why(why) : '';
  return { destination, gateway, table, place, reason: reason.replaceAll(file, name) };
}

function leaseOf(events: readonly GatewayEvent[], port: string): WanLease[] {
  const event = events.findLast(e => e.type === 'lease' && e.interface === port);
  if (event?.type !== 'lease' || !event.lease) return [];
  const { address, gateway = '', dns } = event.lease;
  return [
    {
      from: 'dhcp',
      interface: port,
      address: `${address.address}/${address.length}`,
      gateway,
      dns,
      tookMs: event.durationMs ?? null,
    },
  ];
}

/** What DHCP gave; where the ISP has no DHCP server, the address that the port has, for which nobody waits. */
function addressOf(lab: Lab, { topology, line }: LabIsp): WanLease[] {
  const { interface: port, gateway, lease } = topology;
  if (lease.length > 0 && !line) return leaseOf(lab.router.events, port);
  return addressesOf(lab, port).map(({ address, length }) => ({
    from: line ? 'dialled' : 'static',
    interface: port,
    address: `${address}/${length}`,
    gateway,
    dns: [],
    tookMs: null,
  }));
}

/**
 * Every client calls every ISP's router, where the packets are before its NAT: it sees the router's address, or a leak.
 * For that it has routes to the clients, which no provider has: so that what is not translated is answered, and seen.
 */
async function seenByBoxes(lab: Lab): Promise<NatSight[]> {
  const sights = await Promise.all(lab.isps.map(isp => seenByBox(lab, isp)));
  return sights.flat();
}

async function seenByBox(lab: Lab, isp: LabIsp): Promise<NatSight[]> {
  const servers = await startServers(isp.ns);
  const forget = knowClients(lab, isp);
  try {
    return await Promise.all(lab.clients.map(client => sight(client, isp.name, isp.topology.gateway)));
  } finally {
    forget();
    await servers.close();
  }
}

async function sight(client: Lab['clients'][number], seenBy: string, address: Ipv4): Promise<NatSight> {
  const result = await greeting({ ns: client.ns, address, timeoutMs: 3000 });
  return { client: client.address, seenBy, seenAs: result.ok ? result.seenAs : nothingSeen };
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

async function lookUpName(lab: Lab, noAnswer: string): Promise<Addressing['lookup']> {
  const [client] = lab.clients;
  const [resolver] = client?.dns ?? [];
  const [name, expected] = Object.entries(lab.topology.internet.names)[0] ?? [];
  if (!client || !resolver || !name || !expected) return undefined;
  const answer = (await lookUp({ ns: client.ns, resolver, name })) ?? noAnswer;
  return { resolver, name, expected, answer };
}
