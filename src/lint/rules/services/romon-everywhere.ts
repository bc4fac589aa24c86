import { statedItems } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** RoMON on all ports (docs/routeros.md#management-services). */
export const romonEverywhere: Rule = {
  id: 'services/romon-everywhere',
  level: 'info',
  title: { en: `RoMON runs on all ports`, id: `RoMON berjalan di semua port` },
  why: {
    en: `RoMON carries management by MAC address over all ports unless /tool romon port forbids it, the WANs among them, and no rule of the firewall sees it.`,
    id: `RoMON membawa akses pengelolaan lewat MAC address di semua port, termasuk WAN, kecuali dilarang di /tool romon port, dan firewall tidak melihatnya.`,
  },
  check: ({ router, wans }) =>
    router.kept.some(({ origin }) => origin.menu === '/tool romon port') || wans.length === 0
      ? []
      : statedItems(router, /^\/tool romon$/)
          .filter(({ properties }) => properties['enabled'] === 'yes' && (properties['secrets'] ?? '') === '')
          .map(item => ({
            at: item,
            what: {
              en: `RoMON is on, and nothing keeps it from ${wans.join(', ')}.`,
              id: `RoMON aktif, dan tidak ada yang melarangnya di ${wans.join(', ')}.`,
            },
            do: {
              en: `Forbid it there: /tool romon port add interface=${wans[0]} forbid=yes`,
              id: `Larang di sana: /tool romon port add interface=${wans[0]} forbid=yes`,
            },
          })),
};
