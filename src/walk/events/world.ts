import type { Router } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import {
  assumedLeases,
  connectedNetwork,
  heldAddress,
  type InterfaceState,
  type Lease,
  type Rib,
  settledWorld,
  unplug,
  type World,
} from '../../rib/index.ts';
import type { RouterState } from '../../rsc/index.ts';

/** What a router shows of a world beside its configuration. */
export function shownState(router: Router, { interfaces, leases }: World, rib?: Rib): RouterState {
  const clients = new Set(router.dhcpClients.map(client => client.interface));
  const addresses = Object.values(leases).map(({ interface: name, address, gateway }) => {
    const isLine = !clients.has(name);
    const network = connectedNetwork(isLine ? { ...address, peer: gateway } : address);
    return {
      interface: name,
      address: `${address.address}/${address.length}`,
      network: splitPrefix(network).address,
    };
  });
  return {
    addresses,
    leases: Object.fromEntries(Object.values(leases).map(lease => [lease.interface, shownLease(lease)])),
    running: Object.fromEntries(Object.values(interfaces).map(({ name, running }) => [name, running])),
    active: rib && activeIn(router, rib),
  };
}

/** Static routes that are active. */
function activeIn({ routes }: Router, rib: Rib): ReadonlySet<string> {
  const active = new Set(rib.routes.filter(one => one.active).map(({ origin }) => origin));
  return new Set(routes.filter(({ origin }) => active.has(origin)).map(({ id }) => id));
}

function shownLease({ address, gateway, server }: Lease): Readonly<Record<string, string>> {
  return {
    address: `${address.address}/${address.length}`,
    ...(gateway !== undefined && { gateway }),
    ...(server !== undefined && { 'dhcp-server': server }),
    status: 'bound',
  };
}

/**
 * The world after scripts made one configuration of another: links that were switched, addresses, leases. `isSeen`: what
 * comes up shows in the world by itself.
 */
export function worldAfter(before: Router, after: Router, world: World, isSeen = false): World {
  if (before === after) return world;
  const switched = switchedLinks(before, after, world);
  const without = withoutAddresses(before, after, isSeen ? world : withLinks(world, switched.on));
  const leased = withClients(before, after, without, isSeen);
  return settledWorld(after, unplug(after, leased, switched.off));
}

function switchedLinks(before: Router, after: Router, { interfaces }: World) {
  const wasOff = new Set(offIn(before));
  const off = offIn(after).filter(name => !wasOff.has(name));
  const now = new Set(offIn(after));
  const on = [...wasOff].filter(name => !now.has(name) && name in interfaces);
  return { on, off };
}

const offIn = ({ interfaces }: Router): string[] =>
  interfaces.filter(({ disabled }) => disabled).map(({ name }) => name);

function withLinks(world: World, names: readonly string[]): World {
  if (names.length === 0) return world;
  const links = names.flatMap(name => {
    const link = world.interfaces[name];
    return link ? [[name, { ...link, running: true }] as const] : [];
  });
  return { ...world, interfaces: { ...world.interfaces, ...Object.fromEntries(links) } };
}

/** Addresses of the text that are gone. */
function withoutAddresses(before: Router, after: Router, world: World): World {
  const textOf = (item: Router['addresses'][number]) =>
    `${item.interface} ${JSON.stringify(heldAddress(item))}`;
  const now = new Set(after.addresses.filter(({ disabled }) => !disabled).map(textOf));
  const gone = before.addresses.filter(item => !item.disabled && !now.has(textOf(item)));
  return gone.reduce((left, item) => withoutAddress(left, item.interface, item.address.address), world);
}

function withoutAddress(world: World, name: string, address: string): World {
  const link = world.interfaces[name];
  if (!link) return world;
  const addresses = link.addresses.filter(held => held.address !== address);
  const now: InterfaceState = { ...link, addresses };
  return { ...world, interfaces: { ...world.interfaces, [name]: now } };
}

/** A client that is off has no lease; one that was switched on gets one, where its link runs. */
function withClients(before: Router, after: Router, world: World, isSeen: boolean): World {
  const on = (router: Router) =>
    router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  const [was, now] = [on(before), on(after)];
  const lost = was.filter(name => !now.includes(name));
  const left = lost.reduce(withoutLease, world);
  if (isSeen) return left;
  const wanted = now.filter(name => !was.includes(name) && left.interfaces[name]?.running);
  const leases = assumedLeases(after, Object.keys(left.leases)).filter(lease =>
    wanted.includes(lease.interface),
  );
  return {
    ...left,
    leases: { ...left.leases, ...Object.fromEntries(leases.map(one => [one.interface, one])) },
  };
}

function withoutLease(world: World, name: string): World {
  const { [name]: lease, ...leases } = world.leases;
  return lease ? withoutAddress({ ...world, leases }, name, lease.address.address) : world;
}
