import type { Router } from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  isPrivateNetwork,
  networkOf,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { ShownNetwork } from './shown-network.ts';
import { shownBySources } from './shown-sources.ts';

/** The best shown first: by DHCP, then as sources of rules, then as targets of port forwards; each once. */
export function shownNetworks(router: Router): ShownNetwork[] {
  const found: ShownNetwork[] = [];
  for (const one of [
    ...byServers(router),
    ...byNetworks(router),
    ...shownBySources(router),
    ...byTargets(router),
  ]) {
    const known = found.findIndex(other => overlaps(one.network, other.network));
    const before = found[known];
    if (!before) found.push(one);
    else found[known] = { ...before, interface: before.interface ?? one.interface };
  }
  return found;
}

/** Does one of two networks hold the other? */
export const overlaps = (one: Ipv4Prefix, other: Ipv4Prefix): boolean =>
  prefixContains(one, splitPrefix(other).address) || prefixContains(other, splitPrefix(one).address);

function byServers({ dhcpServers, pools, dhcpNetworks }: Router): ShownNetwork[] {
  return dhcpServers.flatMap(({ disabled, addressPool, interface: name, origin }) => {
    const from = pools.find(pool => pool.name === addressPool)?.ranges[0]?.from;
    if (disabled || from === undefined) return [];
    const stated = dhcpNetworks.find(one => !one.disabled && prefixContains(one.address, from));
    const network = stated?.address ?? networkOf({ address: from, length: 24 });
    const own = stated?.gateway.find(one => prefixContains(network, one));
    return [{ network, own, interface: name, origin }];
  });
}

function byNetworks({ dhcpNetworks }: Router): ShownNetwork[] {
  return dhcpNetworks
    .filter(({ disabled }) => !disabled)
    .map(({ address: network, gateway, origin }) => ({
      network,
      own: gateway.find(one => prefixContains(network, one)),
      origin,
    }));
}

/** Hosts that port forwards lead to. */
function byTargets({ firewall }: Router): ShownNetwork[] {
  return firewall.ipv4.nat.flatMap(({ disabled, action, origin }) => {
    const to = !disabled && action.kind === 'dst-nat' ? action.toAddresses?.from : undefined;
    if (to === undefined || !isPrivateNetwork(`${to}/32`)) return [];
    return [{ network: networkOf({ address: to, length: 24 }), origin }];
  });
}
