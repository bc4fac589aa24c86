import { pccRules } from '../../ask/balance/index.ts';
import type { Rule } from '../../rule.ts';

/** What PCC cannot do: make one connection faster (docs/routeros.md#what-pcc-balances). */
export const oneFlow: Rule = {
  id: 'pcc/one-flow',
  level: 'info',
  title: { en: 'One download uses one line', id: 'Satu unduhan memakai satu jalur' },
  why: {
    en: 'PCC gives each connection to one line. A speed test to one server shows the speed of one line, never the sum; several users together use all.',
    id: 'PCC memberi setiap koneksi ke satu jalur. Tes kecepatan ke satu server menunjukkan kecepatan satu jalur, bukan jumlahnya; beberapa pengguna bersama memakai semuanya.',
  },
  check({ router }) {
    const [first] = pccRules(router).filter(({ rule }) => rule.action.kind === 'mark-connection');
    if (!first || first.pcc.denominator < 2) return [];
    const { fields } = first.pcc;
    const isOfPorts = fields.includes('port');
    return [
      {
        at: first.rule,
        what: isOfPorts
          ? {
              en: `${fields} divides connections: one download, or one speed test with one connection, uses one line.`,
              id: `${fields} membagi koneksi: satu unduhan, atau satu tes kecepatan dengan satu koneksi, memakai satu jalur.`,
            }
          : {
              en: `${fields}: all that one client sends to one server uses one line, so a speed test shows one line.`,
              id: `${fields}: semua yang dikirim satu klien ke satu server memakai satu jalur, jadi tes kecepatan menunjukkan satu jalur.`,
            },
        do: {
          en: 'Measure with several clients or servers at once: jalur spread shows the shares to expect.',
          id: 'Ukur dengan beberapa klien atau server sekaligus: jalur spread menunjukkan bagian yang diharapkan.',
        },
      },
    ];
  },
};
