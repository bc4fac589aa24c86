import { inboundMarks, remarkingBalance } from '../../ask/balance/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Marks of what comes in by a line, for connections that have one (docs/routeros.md#connection-tracking). */
export const inboundRemarked: Rule = {
  id: 'marks/inbound-remarked',
  level: 'info',
  title: {
    en: 'What comes in by a line is marked anew',
    id: 'Yang masuk lewat satu jalur ditandai lagi',
  },
  why: {
    en: 'After a failover, or with asymmetric routing, an answer may come in by another line than its connection left by: the mark changes, and the connection moves to a line where its address is not known.',
    id: 'Setelah failover, atau dengan routing asimetris, jawaban bisa masuk lewat jalur lain daripada koneksinya: mark berubah, dan koneksi pindah ke jalur yang tidak mengenal alamatnya.',
  },
  check(subject) {
    const [first, ...more] = inboundMarks(subject);
    // The balance that lacks the same names these rules, too.
    if (!first || remarkingBalance(subject.router).length > 0) return [];
    return [
      {
        at: first,
        what: {
          en: `This rule marks every packet that comes in, of marked connections as well${more.length > 0 ? ` (as ${more.length === 1 ? 'does 1' : `do ${more.length}`} more)` : ''}.`,
          id: `Aturan ini menandai semua paket yang masuk, juga dari koneksi bertanda${more.length > 0 ? ` (begitu juga ${more.length} aturan lain)` : ''}.`,
        },
        do: {
          en: 'Add connection-mark=no-mark (or connection-state=new).',
          id: 'Tambahkan connection-mark=no-mark (atau connection-state=new).',
        },
        fix: {
          changes: [first, ...more].map(rule => set(rule, 'connection-mark', 'no-mark')),
          isSafe: true,
        },
        related: more.map(at => ({ at, text: { en: 'The same here.', id: 'Sama di sini.' } })),
      },
    ];
  },
};
