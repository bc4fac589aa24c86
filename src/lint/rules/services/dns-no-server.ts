import { dialledLines, type Router } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** The router resolves for others and has no server to ask (docs/routeros.md#dhcp-client). */
export const dnsNoServer: Rule = {
  id: 'services/dns-no-server',
  level: 'warning',
  title: { en: `A resolver without a server to ask`, id: `Resolver tanpa server yang bisa ditanya` },
  why: {
    en: `The router answers from its own names and its cache alone: every other name fails, for the router and for whoever asks it.`,
    id: `Router hanya menjawab dari nama sendiri dan cache: nama lain gagal, baik untuk router maupun kliennya.`,
  },
  check({ router, isPart, well: { wans } }) {
    // The lines of a part, and the servers that they bring, may stand in the rest.
    if (isPart && wans.length === 0) return [];
    const setting = router.settings.stated['/ip dns'];
    const { servers, properties, allowRemoteRequests } = router.dns;
    if (!setting || !allowRemoteRequests || servers.length > 0 || hasPeers(router)) return [];
    if ((properties['use-doh-server'] ?? '') !== '' || hasForwarders(router)) return [];
    return [
      {
        at: setting.origin,
        what: {
          en: 'The router resolves names for others, and neither servers= nor a lease gives it a server to ask.',
          id: 'Router melayani pertanyaan nama, padahal servers= kosong dan tidak ada lease yang memberi server.',
        },
        do: {
          en: 'Add servers that every WAN reaches: /ip dns set servers=9.9.9.9,1.1.1.1',
          id: 'Tambahkan server yang bisa dicapai dari setiap WAN: /ip dns set servers=9.9.9.9,1.1.1.1',
        },
      },
    ];
  },
};

/** Leases and dialled lines bring servers; of a modem nobody knows. */
const hasPeers = (router: Router): boolean =>
  router.dhcpClients.some(({ disabled, usePeerDns }) => !disabled && usePeerDns) ||
  dialledLines(router).some(line => line.interface.usePeerDns === true || line.interface.kind === 'lte');

/** Names that go to servers of their own. */
const hasForwarders = ({ dnsStatic, kept, plain }: Router): boolean =>
  dnsStatic.some(({ properties }) => properties['type'] === 'FWD') ||
  kept.some(({ origin }) => origin.menu === '/ip dns forwarders') ||
  plain.some(({ menu }) => menu === '/ip dns forwarders');
