import { type Ipv4, type Ipv4Prefix, prefixContains, prefixRange } from '../../net/index.ts';
import { connectedNetwork, type Rib, type World } from '../../rib/index.ts';

/** Where a source is at home: the router itself, behind an interface, or nobody knows. */
export type Home =
  | { readonly kind: 'own' }
  | { readonly kind: 'behind'; readonly interface: string; readonly network: Ipv4Prefix }
  | { readonly kind: 'unknown' };

/** By its addresses and by all routes but the default ones: the longest that holds it. */
export function homeOf({ world, rib }: { readonly world: World; readonly rib: Rib }, src: Ipv4): Home {
  const links = Object.entries(world.interfaces);
  const addresses = links.flatMap(([name, link]) => link.addresses.map(address => ({ name, address })));
  if (addresses.some(({ address }) => address.address === src)) return { kind: 'own' };
  const networks = [
    ...addresses.map(({ name, address }) => ({ interface: name, network: connectedNetwork(address) })),
    ...routed(rib),
  ];
  const [home] = networks
    .filter(({ network }) => prefixContains(network, src))
    .sort((a, b) => sizeOf(a.network) - sizeOf(b.network));
  return home ? { kind: 'behind', ...home } : { kind: 'unknown' };
}

const routed = ({ routes }: Rib) =>
  routes
    .filter(({ active, destination }) => active && destination !== '0.0.0.0/0')
    .flatMap(({ destination: network, gateways }) =>
      gateways.flatMap(({ nextHops }) => nextHops.map(hop => ({ interface: hop.interface, network }))),
    );

function sizeOf(network: Ipv4Prefix): number {
  const { from, to } = prefixRange(network);
  return to - from;
}
