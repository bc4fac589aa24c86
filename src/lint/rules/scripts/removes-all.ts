import { linesOf, placeOfScript } from '../../ask/scripts/index.ts';
import type { Rule } from '../../rule.ts';

/** A script removes or disables all items of a menu (docs/routeros.md#script-statements). */
export const removesAll: Rule = {
  id: 'scripts/removes-all',
  level: 'warning',
  title: { en: `A script removes all items of a menu`, id: `Skrip menghapus semua item sebuah menu` },
  why: {
    en: `find without a condition is every item: routes of the other line, rules of the firewall, all of them.`,
    id: `find tanpa syarat berarti semua item: rute jalur lain, aturan firewall, semuanya.`,
  },
  check: ({ router }) =>
    linesOf(router).flatMap(({ held, statement: { menu, text } }) => {
      const [, command] = /^(remove|disable) \[ ?(?:\/[\w /-]+ )?find ?\]/.exec(text) ?? [];
      const isConnections = menu === '/ip firewall connection';
      if (command === undefined || !(isConnections || steering.test(menu))) return [];
      return {
        at: placeOfScript(held),
        severity: isConnections ? 'info' : 'warning',
        what: isConnections
          ? {
              en: 'The script cuts all connections, also those of lines that are well.',
              id: 'Skrip memutus semua koneksi, termasuk milik jalur yang sehat.',
            }
          : {
              en: `The script takes all items of ${menu} away: ${command} [find].`,
              id: `Skrip mengenai semua item ${menu}: ${command} [find].`,
            },
        do: isConnections
          ? {
              en: 'Remove those of the dead line alone: [find connection-mark=…].',
              id: 'Hapus milik jalur mati saja: [find connection-mark=…].',
            }
          : { en: 'Say which: [find comment="…"].', id: 'Sebut yang mana: [find comment="…"].' },
      };
    }),
};

/** Menus that say where packets go. */
const steering = /^\/ip (?:route|address|firewall (?:mangle|nat|filter|raw))$/;
