import { type Router, type StatedItem, statedItems } from '../../../model/index.ts';
import { printIpv4 } from '../../../net/index.ts';
import { leavingOf } from '../../../walk/index.ts';
import type { Rule } from '../../rule.ts';

/** A tunnel whose own packets do not get outside (docs/routeros.md#wireguard). */
export const tunnelIntoItself: Rule = {
  id: 'interfaces/tunnel-into-itself',
  level: 'error',
  title: { en: `A tunnel that leads into itself`, id: `Tunnel yang masuk ke dirinya sendiri` },
  why: {
    en: `The packets of a tunnel must reach its far end by a WAN. Where the route to that address leads into a tunnel, each packet is packed again and again, and none arrives.`,
    id: `Paket tunnel harus mencapai ujung jauh lewat WAN. Kalau rute ke alamat itu masuk ke tunnel, paket dibungkus berulang dan tidak pernah sampai.`,
  },
  check: subject =>
    subject.proof.violations
      .filter(({ invariant }) => invariant === 'tunnels-lead-outside')
      .flatMap(({ trace }) =>
        tunnelsTo(subject.router, printIpv4(trace.packet.dst)).map(at => ({
          at,
          what: {
            en: `The packets of this tunnel leave by ${leavingOf(trace)?.out ?? 'itself'}: they never get outside.`,
            id: `Paket tunnel ini keluar lewat ${leavingOf(trace)?.out ?? 'dirinya sendiri'}: tidak pernah sampai di luar.`,
          },
          do: {
            en: 'Add a route to the far end by a WAN, or leave it out of allowed-address.',
            id: 'Tambahkan rute ke ujung jauh lewat WAN, atau keluarkan dari allowed-address.',
          },
          counterExample: { prepared: subject.well, packet: trace.packet, trace },
        })),
      ),
};

/** Tunnels whose far end is that address. */
const tunnelsTo = (router: Router, address: string): StatedItem[] =>
  statedItems(router, /^\/interface (?:wireguard peers|gre|eoip|ipip|\w+-client)$/).filter(({ properties }) =>
    [properties['endpoint-address'], properties['connect-to'], properties['remote-address']].includes(
      address,
    ),
  );
