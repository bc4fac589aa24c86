import { type Ipv4, type Ipv4Prefix, prefixContains, prefixRange } from '../../net/index.ts';
import { connectedNetwork, type Rib, type World } from '../../rib/index.ts';

interface Situation {
  readonly world: World;
  readonly rib: Rib;
}

/** A network and the interface behind which it lies. */
interface Behind {
  readonly interface: string;
  readonly network: Ipv4Prefix;
}

/** Where a source is at home: the router itself, behind an interface, or nobody knows. */
export type Home = { readonly kind: 'own' | 'unknown' } | ({ readonly kind: 'behind' } & Behind);

/** By its addresses and by all routes but the default ones: the longest that holds it. */
export function homeOf(situation: Situation, src: Ipv4): Home {
  const links = Object.values(situation.world.interfaces);
  if (links.some(({ addresses }) => addresses.some(({ address }) => address === src))) return { kind: 'own' };
  const [home] = networksBehind(situation)
    .filter(({ network }) => network !== '0.0.0.0/0' && prefixContains(network, src))
    .sort((a, b) => sizeOf(a.network) - sizeOf(b.network));
  return home ? { kind: 'behind', ...home } : { kind: 'unknown' };
}

/** The networks of the interfaces, and what active routes lead to by them. */
export function networksBehind({ world, rib }: Situation): readonly Behind[] {
  const connected = Object.entries(world.interfaces).flatMap(([name, { addresses }]) =>
    addresses.map(address => ({ interface: name, network: connectedNetwork(address) })),
  );
  const routed = rib.routes
    .filter(({ active }) => active)
    .flatMap(({ destination: network, gateways }) =>
      gateways.flatMap(({ nextHops }) => nextHops.map(hop => ({ interface: hop.interface, network }))),
    );
  return [...connected, ...routed];
}

function sizeOf(network: Ipv4Prefix): number {
  const { from, to } = prefixRange(network);
  return to - from;
}
