import type { Forward, Intent } from '../normal/index.ts';
import { lists } from './names.ts';
import { inMenu, type Made, type Property } from './statement.ts';

const rule = inMenu('/ip firewall nat');

/** What leaves has an address of its line; what is forwarded gets to its host. */
export const natOf = ({ forwards }: Intent): readonly Made[] => [
  rule(
    ['wans'],
    ['chain', 'srcnat'],
    ['action', 'masquerade'],
    ['out-interface-list', lists.wan],
    ['comment', 'out by any line'],
  ),
  ...forwards.flatMap(forwardOf),
];

function forwardOf(forward: Forward): readonly Made[] {
  const { path, port, to, toPort, protocols, comment, from, wans } = forward;
  const places: readonly Property[] =
    wans.length > 0
      ? wans.map((wan, at): Property => ['in-interface', wan, [...path, 'wans', at]])
      : [['in-interface-list', lists.wan]];
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
          place,
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
