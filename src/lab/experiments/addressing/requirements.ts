import type { IspTopology, Topology } from '../../topology/topology.ts';
import { type Judging, onlyPiece } from '../define.ts';
import type { AddressingExpectation } from '../expect.ts';
import { required, someConnection } from '../requirement.ts';
import type { Requirement } from '../result.ts';
import { type Addressing, nothingSeen } from './data.ts';
import type { AddressingWords } from './say.ts';

/** Addresses, a way out, translation, the Internet and names: what clients need on every bench. */
export function addressingRequirements({
  pieces,
  expect,
  topology,
  say,
}: Judging<AddressingExpectation, Addressing, AddressingWords>): readonly Requirement[] {
  const data = onlyPiece(pieces);
  return [
    ...topology.isps
      .filter(isp => !(isp.interface in (expect?.leases ?? {})))
      .map(isp => wanAddress(data, isp, say)),
    clientGateways(data, say),
    activeDefault(data, say),
    ...tablesToJudge(topology, expect).map(table => tableRoute(data, table, say)),
    ...topology.isps.map(isp => translated(data, isp, say)),
    reached(data, say),
    ...(topology.router.namesFromPeers ? [] : namesResolved(data, say)),
  ];
}

/** A table of which `defaults` says what it has is judged by that. */
const tablesToJudge = ({ router }: Topology, expect: AddressingExpectation | undefined): readonly string[] =>
  router.tables.filter(table => !(table in (expect?.defaults ?? {})));

function wanAddress({ leases }: Addressing, isp: IspTopology, say: AddressingWords): Requirement {
  const found = leases.find(lease => lease.interface === isp.interface)?.address;
  const texts = [say.wanAddress(isp.interface), say.has, found ?? say.none] as const;
  return required(texts, found !== undefined, say.noWanAddress(isp.name.toUpperCase(), isp.interface));
}

function clientGateways({ clients }: Addressing, say: AddressingWords): Requirement {
  const without = clients.filter(({ gateway }) => gateway === '').map(({ name }) => name);
  const names = without.join(', ');
  const texts = [say.clientGateway, say.given, names === '' ? say.given : `${say.none}: ${names}`] as const;
  return required(texts, without.length === 0, say.noGateway(names));
}

function activeDefault({ defaults }: Addressing, say: AddressingWords): Requirement {
  const tables = Object.entries(defaults).flatMap(([table, ports]) => (ports.length > 0 ? [table] : []));
  const texts = [say.activeDefault, say.has, tables.join(', ') || say.none] as const;
  return required(texts, tables.length > 0, say.noDefault);
}

function tableRoute({ tables }: Addressing, table: string, say: AddressingWords): Requirement {
  const holds = tables.includes(table);
  const texts = [say.tableRoute(table), say.has, holds ? say.has : say.none] as const;
  return required(texts, holds, say.emptyTable(table));
}

function translated({ clients, nat }: Addressing, isp: IspTopology, say: AddressingWords): Requirement {
  const own = clients.map(({ address }) => address);
  const seen = nat.filter(({ seenBy }) => seenBy === isp.name).map(({ seenAs }) => seenAs);
  const leaks = seen.filter(address => own.some(one => one === address)).join(', ');
  const name = isp.name.toUpperCase();
  const texts = [say.translated(name), say.notClients, leaks || say.notClients] as const;
  return required(texts, leaks === '', say.leak(name, isp.interface, leaks));
}

function reached({ internet, clients }: Addressing, say: AddressingWords): Requirement {
  const lost = internet.filter(({ seenAs }) => seenAs === nothingSeen).map(({ client }) => client);
  const made = internet.length - lost.length;
  if (made === 0) return someConnection(say, 0, clients.length);
  const texts = [say.clientConnections, say.allReach, say.succeeded(made, internet.length)] as const;
  return required(texts, lost.length === 0, say.someDoNot(lost.join(', ')));
}

function namesResolved({ lookup }: Addressing, say: AddressingWords): readonly Requirement[] {
  if (!lookup) return [];
  const { resolver, name, expected, answer } = lookup;
  const texts = [say.lookUp(name, resolver), expected, answer] as const;
  return [required(texts, answer === expected, say.noResolver(resolver, name, answer))];
}
