import { type StatedItem, statedItems } from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  isIpv4Prefix,
  parsePrefix,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A network behind a WireGuard peer to which no route leads (docs/routeros.md#wireguard). */
export const peerUnrouted: Rule = {
  id: 'interfaces/peer-unrouted',
  level: 'warning',
  title: { en: `A network behind a peer without a route`, id: `Jaringan di balik peer tanpa rute` },
  why: {
    en: `allowed-address only says what the tunnel carries. RouterOS makes no routes of it: packets to that network leave by the default route.`,
    id: `allowed-address hanya menentukan apa yang boleh lewat tunnel. RouterOS tidak membuat rute darinya: paket ke jaringan itu keluar lewat rute default.`,
  },
  check: subject =>
    statedItems(subject.router, /^\/interface wireguard peers$/).flatMap(peer => {
      const [lost] = networksOf(peer).filter(
        network => !isRouted(subject, network, peer.properties['interface'] ?? ''),
      );
      return lost === undefined || !hasTunnelAddress(subject, peer)
        ? []
        : {
            at: peer,
            what: {
              en: `The peer carries ${lost}, and no route leads there by ${peer.properties['interface']}.`,
              id: `Peer ini membawa ${lost}, tetapi tidak ada rute ke sana lewat ${peer.properties['interface']}.`,
            },
            do: {
              en: `Add it: /ip route add dst-address=${lost} gateway=${peer.properties['interface']}`,
              id: `Tambahkan: /ip route add dst-address=${lost} gateway=${peer.properties['interface']}`,
            },
          };
    }),
};

/** IPv4 networks of its own; everything is what marks or rules send there. */
const networksOf = ({ properties }: StatedItem) =>
  (properties['allowed-address'] ?? '').split(',').flatMap(text => {
    const prefix = parsePrefix(text.includes('/') ? text : `${text}/32`);
    return prefix && isIpv4Prefix(prefix) && splitPrefix(prefix).length > 1 ? [prefix] : [];
  });

const isRouted = ({ well: { rib } }: Subject, network: Ipv4Prefix, tunnel: string): boolean =>
  rib.routes.some(
    ({ destination, disabled, gateways, source }) =>
      !disabled &&
      prefixContains(destination, splitPrefix(network).address) &&
      (source === 'connect' || splitPrefix(destination).length > 1) &&
      gateways.some(
        ({ text, nextHops }) => text.includes(tunnel) || nextHops.some(hop => hop.interface === tunnel),
      ),
  );

/** A part without the address of the tunnel may lack its routes as well. */
const hasTunnelAddress = ({ router: { addresses } }: Subject, { properties }: StatedItem): boolean =>
  addresses.some(item => item.interface === properties['interface'] && !item.disabled);
