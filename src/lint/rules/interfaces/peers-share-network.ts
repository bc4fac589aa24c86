import { type StatedItem, statedItems } from '../../../model/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Rule } from '../../rule.ts';

/** Two WireGuard peers with the same network (docs/routeros.md#wireguard). */
export const peersShareNetwork: Rule = {
  id: 'interfaces/peers-share-network',
  level: 'error',
  title: {
    en: `Two WireGuard peers with the same network`,
    id: `Dua peer WireGuard dengan jaringan yang sama`,
  },
  why: {
    en: `A network belongs to one peer of an interface: the last one takes it, and packets to and from the other one are dropped.`,
    id: `Satu jaringan hanya milik satu peer: peer terakhir yang mengambilnya, paket dari dan ke peer lainnya dibuang.`,
  },
  check({ router }) {
    const peers = statedItems(router, /^\/interface wireguard peers$/);
    return peers.flatMap((peer, at) => {
      const [shared] = peers
        .slice(0, at)
        .filter(other => other.properties['interface'] === peer.properties['interface'])
        .flatMap(other =>
          networksOf(other)
            .filter(one => networksOf(peer).includes(one))
            .map(network => ({ other, network })),
        );
      return shared
        ? {
            at: peer,
            what: {
              en: `${shared.network} is that of the peer at ${lineOf(shared.other.origin).en} as well.`,
              id: `${shared.network} juga milik peer di ${lineOf(shared.other.origin).id}.`,
            },
            do: {
              en: 'Give each peer addresses of its own in allowed-address, for a single host with /32.',
              id: 'Beri setiap peer alamat sendiri di allowed-address, untuk satu host dengan /32.',
            },
            related: [{ at: shared.other, text: { en: 'The other peer.', id: 'Peer lainnya.' } }],
          }
        : [];
    });
  },
};

const networksOf = ({ properties }: StatedItem): string[] =>
  (properties['allowed-address'] ?? '').split(',').filter(text => text !== '');
