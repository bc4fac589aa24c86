import type { LineTarget } from '../../../health/index.ts';
import { dialledLines, type Router } from '../../../model/index.ts';
import { type Ipv4, ipv4ToNumber, isDefault, isIpv4, prefixRange } from '../../../net/index.ts';
import { connectedNetwork, type Rib, type World } from '../../../rib/index.ts';

interface Known {
  readonly router: Router;
  readonly rib: Rib;
  readonly world: World;
  readonly isAuto: boolean;
}

/** Is the address on the line itself? */
export function isNear(address: Ipv4, line: string, { interfaces }: World): boolean {
  const value = ipv4ToNumber(address);
  return (interfaces[line]?.addresses ?? []).some(held => {
    const { from, to } = prefixRange(connectedNetwork(held));
    return value >= from && value <= to;
  });
}

/** The router at the other end: whom routes by this line lead to, default routes first; else whom the lease names. */
export function gatewayBy(line: string, { rib, world }: Known): Ipv4 | undefined {
  const known = nextHops.get(rib) ?? nextHopsOf(rib);
  nextHops.set(rib, known);
  return known.get(line) ?? world.leases[line]?.gateway;
}

/** Every line is asked about, of the same routes. */
const nextHops = new WeakMap<Rib, ReadonlyMap<string, Ipv4>>();

/** The first next hop with an address by each interface, those of default routes before others. */
function nextHopsOf({ routes }: Rib): ReadonlyMap<string, Ipv4> {
  const found = new Map<string, Ipv4>();
  const inOrder = [
    ...routes.filter(one => isDefault(one.destination)),
    ...routes.filter(one => !isDefault(one.destination)),
  ];
  for (const { gateways } of inOrder) {
    for (const { nextHops: hops } of gateways) {
      for (const { interface: name, address } of hops)
        if (address !== undefined && !found.has(name)) found.set(name, address);
    }
  }
  return found;
}

/** Hosts of netwatch to which a route of the text leads by this line alone. */
export function netwatchTargets(line: string, { router, rib, world }: Known): LineTarget[] {
  if (router.netwatch.length === 0) return [];
  const byLine = new Set(
    rib.routes
      .filter(({ gateways }) => gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === line)))
      .map(({ destination }) => `${destination}`),
  );
  return router.netwatch.flatMap(({ host, type, disabled, properties }): LineTarget[] => {
    if (disabled || !isIpv4(host) || !byLine.has(`${host}/32`)) return [];
    const method = methods.get(type);
    if (!method) return [];
    const place = isNear(host, line, world) ? 'gateway' : 'beyond';
    const port = properties['port'] === undefined ? undefined : Number(properties['port']);
    const key = `${method} ${host}${port === undefined ? '' : `:${port}`}`;
    return [{ key, method, address: host, ...(port !== undefined && { port }), place, stated: false }];
  });
}

const methods: ReadonlyMap<string, LineTarget['method']> = new Map([
  ['simple', 'ping'],
  ['icmp', 'ping'],
  ['tcp-conn', 'tcp'],
  ['http-get', 'http'],
  ['https-get', 'https'],
  ['dns', 'dns'],
]);

/**
 * The name servers of the lease; with automatic health those of the text, where it names none. Nobody has to answer: their
 * silence counts once they have.
 */
export function leasedTargets(line: string, { router, world, isAuto }: Known): LineTarget[] {
  const leased = world.leases[line]?.dns ?? [];
  const servers = leased.length > 0 || !isAuto ? leased : router.dns.servers.filter(isIpv4);
  return servers
    .filter(address => !isNear(address, line, world))
    .map(address => ({ key: `dns ${address}`, method: 'dns', address, place: 'beyond', stated: false }));
}

/** The router at the other end, which shows how far a dead line is dead. */
export function gatewayTargets(line: string, address: Ipv4 | undefined, { router }: Known): LineTarget[] {
  if (address === undefined) return [];
  const isDialled = dialledLines(router).some(one => one.interface.name === line);
  const method = isDialled ? 'ping' : 'arp';
  return [{ key: `${method} ${address}`, method, address, place: 'gateway', stated: false }];
}
