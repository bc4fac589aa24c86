import { set, state } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Name servers of several providers in one pot (docs/routeros.md#dhcp-client). */
export const severalResolvers: Rule = {
  id: 'services/several-resolvers',
  level: 'warning',
  title: { en: 'Name servers of several providers are mixed', id: 'Server DNS beberapa ISP tercampur' },
  why: {
    en: 'The router asks the name servers of all providers by whatever line main leads to. Many providers answer only their own customers: names are then slow or fail, most of all after failover.',
    id: 'Router menanyai server DNS semua ISP lewat jalur mana pun di main. Banyak ISP hanya menjawab pelanggannya sendiri: pencarian nama lambat atau gagal, terutama setelah failover.',
  },
  check({ router, wans }) {
    const clients = router.dhcpClients.filter(
      client => !client.disabled && client.usePeerDns && wans.includes(client.interface),
    );
    const [first, ...more] = clients;
    if (!first || more.length === 0) return [];
    const names = clients.map(client => client.interface).join(', ');
    return [
      {
        at: first,
        what: {
          en: `The name servers of ${names} are all used (use-peer-dns=yes).`,
          id: `Server DNS dari ${names} semuanya dipakai (use-peer-dns=yes).`,
        },
        do: {
          en: 'Say use-peer-dns=no and use servers that any line reaches (/ip dns set servers=…).',
          id: 'Tulis use-peer-dns=no dan pakai server yang tercapai lewat jalur mana pun (/ip dns set servers=…).',
        },
        fix: {
          changes: [
            ...clients.map(client => set(client, 'use-peer-dns', 'no')),
            ...(router.dns.servers.length > 0 ? [] : [state('/ip dns', 'servers', '1.1.1.1,8.8.8.8')]),
          ],
          isSafe: false,
          note: {
            en: 'Names that only the providers know (of their own portals) are not found any more.',
            id: 'Nama yang hanya dikenal ISP (portal miliknya) tidak ditemukan lagi.',
          },
        },
        related: more.map(at => ({ at, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};
