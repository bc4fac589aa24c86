import { type Ipv4Prefix, networkOf, prefixContains } from '../../../net/index.ts';
import type { IspTopology, Topology } from '../../topology/topology.ts';
import { same } from '../checks.ts';
import { type Conclusion, type Judging, onlyPiece } from '../define.ts';
import type { AddressingExpectation } from '../expect.ts';
import type { Check } from '../result.ts';
import { type Addressing, nothingSeen } from './data.ts';
import type { AddressingWords } from './say.ts';
import { tables } from './tables.ts';

type Expectation = AddressingExpectation;

/** Leases, LAN addresses, default routes, NAT and the LAN's resolver, each against what is expected. */
export function judgeAddressing({
  pieces,
  expect,
  topology,
  say,
}: Judging<Expectation, Addressing, AddressingWords>): Conclusion {
  const data = onlyPiece(pieces);
  const [first] = data.clients;
  const lan = expect?.lan ?? (first && networkOf({ address: first.address, length: 24 }));
  const leases = data.leases.map(lease => `${lease.interface} ${lease.address}`).join(', ') || say.noLease;
  const ports = say.and(data.defaults['main'] ?? []) || say.nothing;
  return {
    finding: say.finding(leases, clientsIn(data, lan), data.clients.length, ports),
    checks: expect ? checks(data, expect, topology, say) : [],
    data: { ...data, lookup: data.lookup ?? null },
    tables: tables(data, say),
    figures: [],
    notes: [],
  };
}

function checks(data: Addressing, expect: Expectation, topology: Topology, say: AddressingWords): Check[] {
  return [
    ...leaseChecks(data, expect, say),
    same(say.clientsIn(expect.lan), `${data.clients.length}`, `${clientsIn(data, expect.lan)}`),
    ...routeChecks(data, expect, say),
    same(say.kernelRoutes, say.equal, data.differences.join('; ') || say.equal),
    ...topology.isps.flatMap(isp => natCheck(data, expect, isp, say)),
    ...resolverChecks(data, expect.resolver, say),
  ];
}

const clientsIn = ({ clients }: Addressing, lan: Ipv4Prefix | undefined): number =>
  clients.filter(({ address }) => lan && prefixContains(lan, address)).length;

const addressAt = (data: Addressing, port: string): string | undefined =>
  data.leases.find(lease => lease.interface === port)?.address;

const leaseAt = (data: Addressing, port: string): string => addressAt(data, port)?.split('/')[0] ?? '';

const leaseChecks = (data: Addressing, expect: Expectation, say: AddressingWords): Check[] =>
  Object.entries(expect.leases).map(([port, address]) =>
    same(say.address(port), address, addressAt(data, port) ?? say.none),
  );

function routeChecks(data: Addressing, expect: Expectation, say: AddressingWords): Check[] {
  const listed = (ports: readonly string[]): string => ports.join(', ') || say.noRoute;
  return Object.entries(expect.defaults).map(([table, ports]) =>
    same(say.defaultRoute(table), listed([...ports].sort()), listed(data.defaults[table] ?? [])),
  );
}

/**
 * A box that nobody reaches by its own line, because it is in reserve or others have the clients' connections, has seen no leak. Where
 * tables lead elsewhere, a hash chooses for each client and box: all may have fallen to the other lines.
 */
function natCheck(
  data: Addressing,
  { defaults }: Expectation,
  { name, interface: port }: IspTopology,
  say: AddressingWords,
): Check[] {
  const arrived = data.nat.filter(({ seenBy, seenAs }) => seenBy === name && seenAs !== nothingSeen);
  const isShared = Object.values(defaults).some(ports => !ports.includes(port));
  const isElsewhere = isShared && data.nat.some(({ seenAs }) => seenAs !== nothingSeen);
  if (arrived.length === 0 && (isElsewhere || !defaults['main']?.includes(port))) return [];
  const seen = new Set(arrived.map(({ seenAs }) => seenAs));
  return [same(say.seenAddress(name.toUpperCase()), leaseAt(data, port), [...seen].join(', '))];
}

function resolverChecks(
  { clients, lookup }: Addressing,
  resolver: string | undefined,
  say: AddressingWords,
): Check[] {
  if (!resolver) return [];
  const given = [...new Set(clients.flatMap(({ dns }) => dns))].join(', ') || say.none;
  const list = [same(say.resolver, resolver, given)];
  if (lookup) list.push(same(say.lookUp(lookup.name, lookup.resolver), lookup.expected, lookup.answer));
  return list;
}
