import { noOrigin, type Origin, type Router, rolesOf } from '../../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  type Ipv4Prefix,
  networkOf,
  prefixContains,
} from '../../../net/index.ts';
import { freeNetwork, hostOf, usualNetwork } from '../usual-networks.ts';
import { openGateways } from '../wan-gateways.ts';
import { isAssumedPort } from './assumed-ports.ts';
import { gatewaysBehind } from './gateways-behind.ts';
import { networksStated } from './networks-stated.ts';
import { ownAddress } from './own-address.ts';
import type { ShownNetwork } from './shown-network.ts';
import { overlaps, shownNetworks } from './shown-networks.ts';
import { translatedTo } from './translated-to.ts';
import { unaddressedLans, unaddressedWans } from './unaddressed.ts';

/** An address that a port must have for the rest of the text to make sense. */
export interface AssumedAddress {
  readonly interface: string;
  readonly role: 'wan' | 'lan';
  readonly address: Ipv4Interface;
  /** The gateway that lies in its network. */
  readonly gateway?: Ipv4 | undefined;
  readonly origin: Origin;
  /** The text does not name the port. */
  readonly isUnnamed: boolean;
}

/** Addresses of WANs and LANs that the text leaves open; those of ports in `held` are known. */
export function assumedAddresses(router: Router, held: readonly string[] = []): AssumedAddress[] {
  const wans = wanAddresses(router);
  const taken = [...wans.map(({ address }) => networkOf(address)), ...networksStated(router)];
  return [...wans, ...lanAddresses(router, taken)].filter(one => !held.includes(one.interface));
}

function wanAddresses(router: Router): AssumedAddress[] {
  const behind = gatewaysBehind(router);
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).length;
  return unaddressedWans(router).map((name, index) => {
    const gateway = behind.get(name);
    const others = [...behind.values()].filter(one => one !== gateway);
    const network =
      gateway === undefined ? freeNetwork(router, clients + index) : networkAround(gateway, others);
    return {
      interface: name,
      role: 'wan',
      address: translatedTo(router, name, gateway) ?? hostOf(network, ...openGateways(router)),
      gateway,
      origin: originOf(router, name),
      isUnnamed: isAssumedPort(router, name),
    };
  });
}

/** The usual network of a provider's box; a small one with a host to spare where the gateway of another WAN lies in that. */
function networkAround(gateway: Ipv4, others: readonly Ipv4[]): Ipv4Prefix {
  const usual = usualNetwork(0, gateway);
  const isShared = (network: Ipv4Prefix): boolean => others.some(one => prefixContains(network, one));
  if (!isShared(usual)) return usual;
  const small = networkOf({ address: gateway, length: 30 });
  return isShared(small) ? networkOf({ address: gateway, length: 29 }) : small;
}

function lanAddresses(router: Router, taken: readonly Ipv4Prefix[]): AssumedAddress[] {
  const lans = unaddressedLans(router);
  const shown = shownNetworks(router).filter(({ network }) => !taken.some(one => overlaps(one, network)));
  const found: AssumedAddress[] = [];
  const give = (name: string, one: ShownNetwork): void => {
    const address = ownAddress(router, one);
    found.push({
      interface: name,
      role: 'lan',
      address,
      origin: one.origin,
      isUnnamed: isAssumedPort(router, name),
    });
  };
  const isGiven = (one: ShownNetwork): boolean =>
    found.some(({ address }) => overlaps(networkOf(address), one.network));
  for (const name of lans) {
    const own = shown.find(one => one.interface === name && !isGiven(one));
    const any = shown.find(one => !lans.includes(one.interface ?? '') && !isGiven(one));
    give(name, own ?? any ?? usualLan(router, name, [...taken, ...found.map(one => networkOf(one.address))]));
  }
  return found;
}

/** 192.168.88.0/24 as routers have it from the factory, or the next one that nothing else lies in. */
function usualLan(router: Router, name: string, taken: readonly Ipv4Prefix[]): ShownNetwork {
  const all = Array.from({ length: 100 }, (_, n): Ipv4Prefix => `192.168.${88 + n}.0/24`);
  const network = all.find(one => !taken.some(other => overlaps(one, other))) ?? '10.88.88.0/24';
  return { network, origin: originOf(router, name) };
}

/** The statement that shows what the port is for. */
function originOf(router: Router, name: string): Origin {
  const role = rolesOf(router).all.find(one => one.interface === name);
  return role?.evidence.find(one => one.role === role.role && one.kind !== 'stated')?.origin ?? noOrigin;
}
