import { inboundMarks, remarkingBalance } from '../../ask/balance/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A balance that marks anew what has a mark (docs/routeros.md#what-pcc-balances). */
export const remarksConnections: Rule = {
  id: 'pcc/remarks-connections',
  level: 'warning',
  title: {
    en: 'PCC marks connections that have a mark',
    id: 'PCC menandai lagi koneksi yang sudah punya mark',
  },
  why: {
    en: 'An answer to a connection that came in by another line is hashed like a new one: it may leave by the wrong line, as an address that the caller did not ask. For connections from the LAN each packet is hashed for nothing.',
    id: 'Jawaban untuk koneksi yang masuk lewat jalur lain dihitung seperti koneksi baru: ia bisa keluar lewat jalur yang salah. Untuk koneksi dari LAN, setiap paket dihitung dengan sia-sia.',
  },
  check(subject) {
    const [first, ...more] = remarkingBalance(subject.router);
    const inbound = inboundMarks(subject);
    if (!first) return [];
    return [
      {
        at: first,
        what: {
          en: `This balance takes packets of connections that have a mark already${more.length > 0 ? ` (as ${more.length === 1 ? 'does 1 more rule' : `do ${more.length} more rules`})` : ''}.`,
          id: `Pembagian ini juga mengambil paket dari koneksi yang sudah punya mark${more.length > 0 ? ` (begitu juga ${more.length} aturan lain)` : ''}.`,
        },
        do:
          inbound.length > 0
            ? {
                en: 'Add connection-mark=no-mark to each rule of the balance, and to those that mark what comes in by the lines.',
                id: 'Tambahkan connection-mark=no-mark di setiap aturan pembagian, dan di aturan yang menandai paket masuk dari jalur.',
              }
            : {
                en: 'Add connection-mark=no-mark to each rule of the balance.',
                id: 'Tambahkan connection-mark=no-mark di setiap aturan pembagian.',
              },
        fix: {
          changes: [first, ...more, ...inbound].map(rule => set(rule, 'connection-mark', 'no-mark')),
          isSafe: true,
        },
        related: [
          ...more.map(at => ({ at, text: { en: 'The same here.', id: 'Sama di sini.' } })),
          ...inbound.map(at => ({
            at,
            text: {
              en: 'It marks all that comes in, too.',
              id: 'Aturan ini juga menandai semua yang masuk.',
            },
          })),
        ],
      },
    ];
  },
};
