import type { Forward, Intent, Lan } from '../normal/index.ts';
import { isIn } from '../normal/networks.ts';
import { addressLists, lists } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const rule = inMenu('/ip firewall nat');

/** What leaves has an address of its line; what is forwarded gets to its host, from inside as well. */
export const natOf = ({ forwards, lans }: Intent): readonly Made[] => [
  rule(
    ['wans'],
    ['chain', 'srcnat'],
    ['action', 'masquerade'],
    ['out-interface-list', lists.wan],
    ['comment', 'out by any line'],
  ),
  ...hairpinsOf(forwards, lans),
  ...forwards.flatMap(forwardOf),
];

/** A neighbour of the host has to get its answers from where it asked: without this they would come from the host itself. */
function hairpinsOf(forwards: readonly Forward[], lans: readonly Lan[]): readonly Made[] {
  const own = forwards.filter(({ hairpin }) => hairpin.length > 0);
  const first = own.filter(({ to }, at) => own.findIndex(other => other.to === to) === at);
  return first.flatMap(({ path, to }) =>
    lans
      .filter(({ network }) => isIn(network, to))
      .map(({ network, interface: port }) =>
        rule(
          path,
          ['chain', 'srcnat'],
          ['action', 'masquerade'],
          ['out-interface', port],
          ['src-address', network],
          ['dst-address', to, [...path, 'to']],
          ['comment', 'from its own network by the public address'],
        ),
      ),
  );
}

function forwardOf(forward: Forward): readonly Made[] {
  const { path, port, to, toPort, protocols, comment, from } = forward;
  const places = placesOf(forward);
  const sources: readonly (Property | undefined)[] =
    from.length > 0
      ? from.map((source, at): Property => ['src-address', source, [...path, 'from', at]])
      : [undefined];
  return protocols.flatMap(protocol =>
    places.flatMap(place =>
      sources.map(source =>
        rule(
          path,
          ['chain', 'dstnat'],
          ['action', 'dst-nat'],
          ...place,
          ...(source ? [source] : []),
          ['protocol', protocol, [...path, 'protocol']],
          ['dst-port', port, [...path, 'port']],
          ['to-addresses', to, [...path, 'to']],
          ['to-ports', toPort, [...path, 'to-port']],
          ['comment', comment],
        ),
      ),
    ),
  );
}

/** Where it is asked for: by a line, or from inside by an address outside. */
type Place = readonly Property[];

function placesOf({ path, wans, hairpin }: Forward): readonly Place[] {
  const byLan: Property = ['in-interface-list', lists.lan];
  // The addresses of the inner networks serve the LAN themselves.
  const others: Place = [
    ['dst-address-type', 'local'],
    ['dst-address-list', `!${addressLists.inside}`],
  ];
  if (wans.length === 0)
    return [[['in-interface-list', lists.wan]], ...(hairpin === 'any' ? [[byLan, ...others]] : [])];
  return wans.flatMap((wan, at): readonly Place[] => [
    [['in-interface', wan, [...path, 'wans', at]]],
    ...(hairpin === 'any' ? [] : hairpin)
      .filter(one => one.wan === wan)
      .map(({ address }): Place => [byLan, ['dst-address', address]]),
  ]);
}
