import type { DhcpClient } from '../../model/index.ts';
import { type Ipv4, isDefault, networkOf, prefixContains, splitPrefix } from '../../net/index.ts';
import type { Lease, LeaseRoute } from '../world/world.ts';
import type { LeaseFault } from './fault.ts';
import { hostWhy, insideWhy, isEdge, isNobodys, type Surroundings } from './surroundings.ts';

/** What becomes of a lease. */
export type LeaseVerdict =
  /** `lease`: as it is used. `left`: what of it is not. */
  | { readonly kind: 'used'; readonly lease: Lease; readonly left: readonly LeaseFault[] }
  | { readonly kind: 'refused'; readonly fault: LeaseFault };

/** No provider has more than a network of 2^24 addresses; what is wider would take away the way of other lines. */
const shortestLength = 8;

/**
 * What our gateway makes of what a DHCP server gave: it is used where it works, and refused where it would harm, which no
 * RouterOS is known to do. Of several gateways the first that can be one counts; a lease that lists routes leads by those
 * alone (RFC 3442), unless the client wants both.
 */
export function judgeLease(
  lease: Lease,
  around: Surroundings,
  add: DhcpClient['addDefaultRoute'] = 'yes',
): LeaseVerdict {
  const fault = addressFault(lease, around);
  if (fault) return { kind: 'refused', fault };
  const { routes, left: leftRoutes } = usableRoutes(lease.routes, lease, around);
  const more = usableRoutes((lease.routes ?? []).length > 0 ? [] : lease.staticRoutes, lease, around);
  const small = mtuFault(lease, around);
  const left = [...leftRoutes, ...more.left, ...(small ? [small] : [])];
  const named = lease.gateway === undefined ? [] : [lease.gateway, ...(lease.otherGateways ?? [])];
  const faults = named.map(address => gatewayFault(address, lease, around));
  const [wrong] = faults;
  const gateway = named[faults.indexOf(undefined)];
  if (routes.length === 0 && leftRoutes.length === 0 && wrong && gateway === undefined) {
    return { kind: 'refused', fault: wrong };
  }
  const mtu = small ? undefined : lease.mtu;
  return used(lease, { gateway: leading(routes, gateway, add), routes, more: more.routes, mtu, left });
}

interface Parts {
  readonly gateway: Ipv4 | undefined;
  readonly routes: readonly LeaseRoute[];
  /** Beside the gateway. */
  readonly more: readonly LeaseRoute[];
  readonly mtu: number | undefined;
  readonly left: readonly LeaseFault[];
}

function used(lease: Lease, { gateway, routes, more, mtu, left }: Parts): LeaseVerdict {
  const { interface: name, address, dns, server, leaseTime } = lease;
  const onLink = offLink(lease, gateway, [...routes, ...more]);
  const none = { part: 'gateway', value: '', why: 'none' } as const;
  return {
    kind: 'used',
    lease: {
      ...{ interface: name, address, gateway },
      ...(routes.length > 0 && { routes }),
      ...(more.length > 0 && { staticRoutes: more }),
      ...(mtu !== undefined && { mtu }),
      ...(onLink.length > 0 && { onLink }),
      dns: dns.filter(one => !isNobodys(one)),
      ...{ server, leaseTime },
    },
    left: gateway === undefined && routes.length + more.length === 0 ? [...left, none] : left,
  };
}

function addressFault(lease: Lease, around: Surroundings): LeaseFault | undefined {
  const { address, gappedMask } = lease;
  const own = (why: Omit<LeaseFault, 'part' | 'value'>) =>
    ({ part: 'address', value: address.address, ...why }) as const;
  const mask = (value: string, why: 'gaps' | 'too-wide') => ({ part: 'mask', value, why }) as const;
  if (isNobodys(address.address)) return own({ why: 'no-host' });
  if (gappedMask !== undefined) return mask(gappedMask, 'gaps');
  if (address.length < shortestLength) return mask(`/${address.length}`, 'too-wide');
  const behind = insideWhy(`${address.address}/32`, around);
  if (behind) return own(behind);
  return isEdge(address.address, address) ? own({ why: 'edge', network: networkOf(address) }) : undefined;
}

function gatewayFault(value: Ipv4, { interface: of, address }: Lease, around: Surroundings) {
  const part = 'gateway' as const;
  if (value === address.address) return { part, value, why: 'own', of } as const;
  const why = hostWhy(value, address, around);
  return why && { part, value, ...why };
}

/** What every host has to take (RFC 791); RFC 2132 forbids less than 68 alone, with which nothing of today would work. */
const leastMtu = 576;

function mtuFault({ mtu }: Lease, around: Surroundings): LeaseFault | undefined {
  if (mtu === undefined) return undefined;
  const fault = { part: 'mtu', value: `${mtu}` } as const;
  if (mtu < leastMtu) return { ...fault, why: 'too-small' };
  return around.mtu !== undefined && mtu > around.mtu
    ? { ...fault, why: 'too-large', of: `${around.mtu}` }
    : undefined;
}

/** Routes that the lease lists, but those that would take the LAN's traffic, or everybody's. */
function usableRoutes(listed: Lease['routes'] = [], lease: Lease, around: Surroundings) {
  const judged = listed.map(route => ({ route, fault: routeFault(route, lease, around) }));
  return {
    routes: judged.filter(({ fault }) => fault === undefined).map(({ route }) => route),
    left: judged.flatMap(({ fault }) => fault ?? []),
  };
}

function routeFault(route: LeaseRoute, lease: Lease, around: Surroundings): LeaseFault | undefined {
  const { destination, gateway } = route;
  const { address, length } = splitPrefix(destination);
  const told = { part: 'route', value: `${destination} by ${gateway}` } as const;
  if (!isDefault(destination) && length < shortestLength) return { ...told, why: 'too-wide' };
  if (!isDefault(destination) && isNobodys(address)) return { ...told, why: 'no-host' };
  const behind = insideWhy(destination, around);
  if (behind) return { ...told, ...behind };
  return gateway === '0.0.0.0' ? undefined : gatewayFault(gateway, lease, around);
}

/** The gateway of its default route, which is what scripts and probes want to know. */
function leading(
  routes: readonly LeaseRoute[],
  gateway: Ipv4 | undefined,
  add: DhcpClient['addDefaultRoute'],
): Ipv4 | undefined {
  if (add === 'special-classless') return gateway;
  const listed = routes.find(({ destination }) => isDefault(destination))?.gateway;
  return listed === undefined || listed === '0.0.0.0' ? gateway : listed;
}

/** Gateways outside the network of the address: they are on the link all the same, or nowhere. */
function offLink(
  { address }: Lease,
  gateway: Ipv4 | undefined,
  routes: readonly LeaseRoute[],
): readonly Ipv4[] {
  const near = routes.filter(route => route.gateway === '0.0.0.0').map(({ destination }) => destination);
  const networks = [networkOf(address), ...near.filter(one => !isDefault(one))];
  const all = [...(gateway === undefined ? [] : [gateway]), ...routes.map(route => route.gateway)];
  return [...new Set(all)].filter(
    one => one !== '0.0.0.0' && !networks.some(network => prefixContains(network, one)),
  );
}
