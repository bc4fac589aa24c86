import { statedItems } from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  isIpv4Prefix,
  parsePrefix,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A route by a WireGuard tunnel of which no peer takes the packets (docs/routeros.md#wireguard). */
export const peerRefuses: Rule = {
  id: 'interfaces/peer-refuses',
  level: 'error',
  title: { en: 'No peer takes what is routed to it', id: 'Tidak ada peer yang menerima rutenya' },
  why: {
    en: 'WireGuard sends a packet to the peer whose allowed-address holds its destination, and drops what none holds.',
    id: 'WireGuard mengirim paket ke peer yang allowed-address-nya memuat tujuan, dan membuang yang tidak dimuat peer mana pun.',
  },
  check: subject =>
    subject.well.rib.routes.flatMap(route => {
      const { destination, source, disabled, gateways } = route;
      const [tunnel] = gateways.flatMap(({ text }) => (gateways.length === 1 ? [text] : []));
      const allowed = tunnel === undefined ? [] : allowedBy(subject, tunnel);
      if (source !== 'static' || disabled || allowed.length === 0 || isTaken(destination, allowed)) return [];
      return [
        {
          at: route,
          what: {
            en: `No peer of ${tunnel} takes packets for ${destination}: allowed-address holds ${allowed.join(', ')}.`,
            id: `Tidak ada peer ${tunnel} yang menerima paket untuk ${destination}: allowed-address memuat ${allowed.join(', ')}.`,
          },
          do: {
            en: `Add ${destination} to allowed-address of the peer.`,
            id: `Tambahkan ${destination} ke allowed-address peer.`,
          },
        },
      ];
    }),
};

/** IPv4 networks that the enabled peers of a tunnel hold. */
const allowedBy = ({ router }: Subject, tunnel: string): Ipv4Prefix[] =>
  statedItems(router, /^\/interface wireguard peers$/)
    .filter(({ properties }) => properties['interface'] === tunnel)
    .flatMap(({ properties }) => (properties['allowed-address'] ?? '').split(','))
    .flatMap(text => {
      const prefix = parsePrefix(text.includes('/') ? text : `${text}/32`);
      return prefix && isIpv4Prefix(prefix) ? [prefix] : [];
    });

/** Several networks may make up a wider one: nobody says so of them, but of the two halves. */
function isTaken(destination: Ipv4Prefix, allowed: readonly Ipv4Prefix[]): boolean {
  const { address, length } = splitPrefix(destination);
  return allowed.some(
    one =>
      (splitPrefix(one).length <= length && prefixContains(one, address)) ||
      (splitPrefix(one).length > length &&
        splitPrefix(one).length <= length + 1 &&
        prefixContains(destination, splitPrefix(one).address)),
  );
}
