import { type Router, statedItems } from '../../../model/index.ts';
import { add } from '../../fix/change.ts';
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
  check: ({ router, wans }) => {
    const ports = [...new Set(wans.map(name => portOf(router, name)))];
    return router.kept.some(({ origin }) => origin.menu === '/tool romon port') || ports.length === 0
      ? []
      : statedItems(router, /^\/tool romon$/)
          .filter(({ properties }) => properties['enabled'] === 'yes' && (properties['secrets'] ?? '') === '')
          .map(item => ({
            at: item,
            what: {
              en: `RoMON is on, and nothing keeps it from ${ports.join(', ')}.`,
              id: `RoMON aktif, dan tidak ada yang melarangnya di ${ports.join(', ')}.`,
            },
            fix: {
              changes: ports.map(port => add('/tool romon port', { interface: port, forbid: 'yes' })),
              isSafe: false,
              note: {
                en: 'Who manages other routers by RoMON through these ports can do so no more.',
                id: 'Pengelolaan router lain lewat RoMON di port ini tidak bisa lagi.',
              },
            },
            do: {
              en: `Forbid it there: ${ports.map(forbidText).join('; ')}`,
              id: `Larang di sana: ${ports.map(forbidText).join('; ')}`,
            },
          }));
  },
};

const forbidText = (port: string): string => `/tool romon port add interface=${port} forbid=yes`;

/** RoMON has frames of its own: behind a dialled line they pass by the port that carries it. */
function portOf(router: Router, name: string): string {
  const carrier = router.interfaces.find(item => item.name === name && item.kind === 'pppoe-client')?.parent;
  return carrier === undefined ? name : portOf(router, carrier);
}
