import { pccRules } from '../../ask/balance/index.ts';
import { asksFor, sparesMarked } from '../../ask/firewall/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A balance that takes connections in the middle of their life (docs/routeros.md#connection-tracking). */
export const midLife: Rule = {
  id: 'pcc/mid-life',
  level: 'info',
  title: { en: 'Open connections are balanced, too', id: 'Koneksi yang sudah terbuka ikut dibagi' },
  why: {
    en: 'Connections that are open when the rules come into force, or that have lost their mark, are given to a line in the middle: some break once.',
    id: 'Koneksi yang sudah terbuka saat aturan mulai berlaku, atau yang kehilangan mark, dibagi di tengah jalan: sebagian putus sekali.',
  },
  check({ router }) {
    const found = pccRules(router).filter(
      ({ rule }) =>
        rule.action.kind === 'mark-connection' && sparesMarked(rule) && !asksFor(rule, 'connection-state'),
    );
    const [first] = found;
    return first
      ? [
          {
            at: first.rule,
            what: {
              en: 'The balance asks for no mark, but not for new connections.',
              id: 'Pembagian ini meminta tanpa mark, tetapi tidak meminta koneksi baru.',
            },
            do: {
              en: 'Add connection-state=new to each of its rules.',
              id: 'Tambahkan connection-state=new di setiap aturannya.',
            },
            fix: { changes: found.map(({ rule }) => set(rule, 'connection-state', 'new')), isSafe: true },
          },
        ]
      : [];
  },
};
