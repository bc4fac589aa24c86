import { pccRules } from '../../ask/balance/index.ts';
import { matcherOf } from '../../ask/firewall/index.ts';
import type { Rule } from '../../rule.ts';

/** Routing marks by PCC, without a mark of the connection (docs/routeros.md#what-pcc-balances). */
export const marksRouting: Rule = {
  id: 'pcc/marks-routing',
  level: 'warning',
  title: {
    en: 'PCC gives routing marks, and connections keep none',
    id: 'PCC memberi routing mark, dan koneksi tidak menyimpan mark',
  },
  why: {
    en: 'Each packet is hashed again. What answers a connection that came in by one line, of a port forward or a VPN, is hashed as well and may leave by another one; and a change of the balance moves open connections.',
    id: 'Setiap paket dihitung lagi. Jawaban untuk koneksi yang masuk lewat satu jalur, misalnya port forward atau VPN, ikut dihitung dan bisa keluar lewat jalur lain; perubahan pembagian juga memindahkan koneksi yang sedang terbuka.',
  },
  check({ router }) {
    const [first, ...more] = pccRules(router).filter(
      ({ rule }) =>
        rule.action.kind === 'mark-routing' &&
        matcherOf(rule, 'connection-mark') === undefined &&
        matcherOf(rule, 'connection-state') === undefined,
    );
    if (!first) return [];
    return [
      {
        at: first.rule,
        what: {
          en: `This balance marks single packets for a line${more.length > 0 ? ` (as ${more.length === 1 ? 'does 1 more rule' : `do ${more.length} more rules`})` : ''}, and no connection.`,
          id: `Pembagian ini menandai paket satu per satu untuk sebuah jalur${more.length > 0 ? ` (begitu juga ${more.length} aturan lain)` : ''}, bukan koneksi.`,
        },
        do: {
          en: 'Mark connections by PCC (action=mark-connection, connection-mark=no-mark), and give their packets the routing mark by the connection mark.',
          id: 'Tandai koneksi dengan PCC (action=mark-connection, connection-mark=no-mark), lalu beri paketnya routing mark menurut connection mark.',
        },
        related: more.map(({ rule }) => ({ at: rule, text: { en: 'The same here.', id: 'Sama di sini.' } })),
      },
    ];
  },
};
