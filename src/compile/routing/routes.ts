import type { ProgramRoute } from '../../linux/index.ts';
import { mainTable } from '../../model/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import type { NextHop, RibRoute } from '../../rib/index.ts';
import type { LinuxContext } from '../context.ts';
import { isForwarding, tableId } from './tables.ts';

type Hop = ProgramRoute['nextHops'][number];

/**
 * The active routes of the RIB, without connected ones, which the kernel makes itself with the address. Several
 * active routes to one destination (ECMP) become one with several next hops; one that repeats weighs more.
 */
export function compileRoutes(context: LinuxContext): ProgramRoute[] {
  const groups = new Map<string, RibRoute[]>();
  for (const route of context.rib.routes) {
    if (!route.active || isOfKernel(route) || !isForwarding(context, route.table)) continue;
    const key = `${route.table} ${route.destination}`;
    groups.set(key, [...(groups.get(key) ?? []), route]);
  }
  return [...groups.values()].flatMap(group => programRoute(context, group));
}

/** The kernel puts the network of an address into main, never into the table of a VRF. */
const isOfKernel = ({ source, table }: RibRoute): boolean => source === 'connect' && table === mainTable;

function programRoute(context: LinuxContext, group: readonly RibRoute[]): ProgramRoute[] {
  const [first] = group;
  const table = first && tableId(context, first.table);
  if (!first || table === undefined) return [];
  const { destination, type, origin } = first;
  const nextHops = type === 'unicast' ? weighted(group.flatMap(reachableHops)) : [];
  if (type === 'unicast' && nextHops.length === 0) return [];
  const prefSrc = preferredSource(context, first);
  return [{ table, destination, type, nextHops, ...(prefSrc !== undefined && { prefSrc }), origin }];
}

const reachableHops = ({ gateways }: RibRoute): NextHop[] =>
  gateways.filter(({ state }) => state === 'reachable').flatMap(({ nextHops }) => nextHops);

function weighted(hops: readonly NextHop[]): Hop[] {
  const found = new Map<string, Hop>();
  for (const { address, interface: name } of hops) {
    const key = `${address ?? ''}%${name}`;
    const weight = (found.get(key)?.weight ?? 0) + 1;
    found.set(key, { ...(address !== undefined && { address }), interface: name, weight });
  }
  return reduced([...found.values()]);
}

/** 2 : 2 is 1 : 1, and a single hop weighs 1, so that a route reads back as it was written. */
function reduced(hops: readonly Hop[]): Hop[] {
  const divisor = hops.reduce((sum, { weight }) => gcd(sum, weight), 0) || 1;
  return hops.map(hop => ({ ...hop, weight: hop.weight / divisor }));
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** RouterOS does not validate pref-src; Linux refuses a route whose source is no address of the host. */
function preferredSource({ world, report }: LinuxContext, route: RibRoute): Ipv4 | undefined {
  const { prefSrc } = route;
  if (prefSrc === undefined) return undefined;
  const own = Object.values(world.interfaces).flatMap(({ addresses }) => addresses.map(a => a.address));
  const leased = Object.values(world.leases).map(({ address }) => address.address);
  if ([...own, ...leased].includes(prefSrc)) return prefSrc;
  report(route.origin, {
    id: 'compile/pref-src',
    severity: 'warning',
    what: {
      en: `pref-src=${prefSrc} is no address of this router; the route is installed without it.`,
      id: `pref-src=${prefSrc} bukan alamat router ini; rute dipasang tanpanya.`,
    },
    why: {
      en: 'Linux refuses a route whose preferred source it does not have.',
      id: 'Linux menolak rute yang preferred source-nya tidak dimilikinya.',
    },
    do: {
      en: 'Give the address to an interface, or remove pref-src.',
      id: 'Pasang alamat itu di sebuah interface, atau hapus pref-src.',
    },
  });
  return undefined;
}
