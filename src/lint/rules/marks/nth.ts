import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { asksFor, sparesMarked } from '../../ask/firewall/index.ts';
import type { Rule } from '../../rule.ts';

/** Packets dealt out in turn, not connections (docs/routeros.md#nth). */
export const nth: Rule = {
  id: 'marks/nth',
  level: 'error',
  title: { en: 'Single packets are dealt out', id: 'Paket dibagi satu per satu' },
  why: {
    en: 'nth counts packets: packets of one connection leave by different lines, with different source addresses. No server accepts that.',
    id: 'nth menghitung paket: paket dari satu koneksi keluar lewat jalur berbeda, dengan alamat asal berbeda. Tidak ada server yang menerimanya.',
  },
  check: ({ router }) =>
    enabledRules(router)
      .filter(rule => rule.table === 'mangle' && asksFor(rule, 'nth', 'random') && !sparesMarked(rule))
      .filter(({ action }) => action.kind === 'mark-routing' || action.kind === 'mark-connection')
      .slice(0, 1)
      .map((at: FirewallRule) => ({
        at,
        what: {
          en: 'This rule deals out packets of connections that are open already.',
          id: 'Aturan ini membagi paket dari koneksi yang sudah terbuka.',
        },
        do: {
          en: 'Deal out new connections (connection-state=new, connection-mark=no-mark) with mark-connection, and give their packets the routing mark by the connection mark.',
          id: 'Bagi koneksi baru (connection-state=new, connection-mark=no-mark) dengan mark-connection, lalu beri paketnya routing mark menurut connection-mark.',
        },
      })),
};
