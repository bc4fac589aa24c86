import { statedItems } from '../../../model/index.ts';
import { uplinksOf } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';

/** The name of the router leads to one of its lines (docs/routeros.md#table-look-up). */
export const ddnsOneLine: Rule = {
  id: 'services/ddns-one-line',
  level: 'info',
  title: { en: `Dynamic DNS publishes one WAN`, id: `DDNS hanya mempublikasikan satu WAN` },
  why: {
    en: `The router announces the address by which its own packets leave, which main decides. Whoever uses the name comes by that line, and after a failover by the other one, once the name is updated.`,
    id: `Router mengumumkan alamat jalur keluarnya sendiri, yang ditentukan tabel main. Pengguna nama itu datang lewat jalur tersebut, dan setelah failover lewat jalur lain begitu namanya diperbarui.`,
  },
  check: ({ router, well }) =>
    uplinksOf(well).length < 2
      ? []
      : statedItems(router, /^\/ip cloud$/)
          .filter(({ properties }) => properties['ddns-enabled'] === 'yes')
          .map(item => ({
            at: item,
            what: {
              en: 'The name of the cloud service leads to one of the WANs only.',
              id: 'Nama dari layanan cloud hanya menunjuk ke salah satu WAN.',
            },
            do: {
              en: 'Port forwards and VPNs for that name must work by every WAN.',
              id: 'dst-nat dan VPN untuk nama itu harus bisa lewat setiap WAN.',
            },
          })),
};
