import { dialledLines, type Router, rolesOf } from '../../model/index.ts';
import { type Ipv4, isIpv4, networkOf, prefixContains, prefixRange, printIpv4 } from '../../net/index.ts';
import { assumedLeases } from '../../rib/index.ts';
import type { KnownIsp } from './fill.ts';

/** How a port gets its addresses, and those of the ISP behind it, as far as the configuration says. */
export interface KnownPort extends Partial<Pick<KnownIsp, 'network' | 'gateway' | 'lease'>> {
  readonly kind: 'dhcp' | 'static' | 'dialled';
  readonly interface: string;
}

/**
 * WANs in the order of the text: DHCP clients, static addresses with a route through their network, lines that are
 * dialled; modems last.
 */
export function wanPorts(router: Router): readonly KnownPort[] {
  const { wans } = rolesOf(router);
  const dynamic = dhcpPorts(router);
  const fixed = staticPorts(router).filter(
    ({ interface: name, routed }) => routed && !dynamic.some(one => one.interface === name),
  );
  return [...dynamic, ...fixed, ...dialledPorts(router)].filter(port => wans.includes(port.interface));
}

/** What the configuration knows of a port, be it a WAN by its own word or not. */
export function knownPort(router: Router, name: string): KnownPort | undefined {
  const all = [...dialledPorts(router), ...dhcpPorts(router), ...staticPorts(router)];
  return all.find(port => port.interface === name);
}

/** DHCP clients, each with the lease that every command assumes for it. */
function dhcpPorts(router: Router): KnownPort[] {
  const leases = assumedLeases(router);
  return router.dhcpClients
    .filter(({ disabled }) => !disabled)
    .map(({ interface: name }) => {
      const lease = leases.find(one => one.interface === name);
      const common = { kind: 'dhcp', interface: name } as const;
      if (!lease) return common;
      const { address, gateway } = lease;
      return { ...common, network: networkOf(address), gateway, lease: [address.address] };
    });
}

/** Lines that are dialled, with the lease that every command assumes: one address towards one peer. */
function dialledPorts(router: Router): KnownPort[] {
  const leases = assumedLeases(router);
  const lines = dialledLines(router).map(line => line.interface);
  const modems = lines.filter(({ kind }) => kind === 'lte');
  return [...lines.filter(line => !modems.includes(line)), ...modems].map(({ name }) => {
    const lease = leases.find(one => one.interface === name);
    const common = { kind: 'dialled', interface: name } as const;
    if (lease?.gateway === undefined) return common;
    const { address, gateway } = lease;
    return { ...common, network: `${gateway}/32` as const, gateway, lease: [address.address] };
  });
}

/** Addresses of the text. `routed`: a route names a gateway of its network; else the first other host stands for it. */
function staticPorts(router: Router): (KnownPort & { readonly routed: boolean })[] {
  const gateways = router.routes
    .filter(({ disabled }) => !disabled)
    .flatMap(route => route.gateways.map(({ address }) => address ?? ''));
  return router.addresses
    .filter(({ disabled }) => !disabled)
    .map(({ address, interface: name }) => {
      const network = networkOf(address);
      const named = gateways.find(
        (one): one is Ipv4 => isIpv4(one) && prefixContains(network, one) && one !== address.address,
      );
      const { from } = prefixRange(network);
      const first = [from + 1, from + 2].map(printIpv4).find(one => one !== address.address);
      const gateway = named ?? first;
      return { kind: 'static', interface: name, network, gateway, lease: [], routed: named !== undefined };
    });
}
