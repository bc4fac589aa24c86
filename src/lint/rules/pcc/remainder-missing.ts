import { mainTable } from '../../../model/index.ts';
import { pccRulesAt, repeatedIn, withRemainders } from '../../ask/balance/index.ts';
import { defectsOf, leftOversOf } from '../../ask/defects.ts';
import { defaultRoutes } from '../../ask/routes/index.ts';
import type { Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { mixedOrigins } from './mixed-denominators.ts';

/** Remainders of a balance that no rule takes (docs/routeros.md#pcc-hash). */
export const remainderMissing: Rule = {
  id: 'pcc/remainder-missing',
  level: 'error',
  title: { en: 'A PCC remainder is missing', id: 'Ada sisa PCC yang tidak diambil' },
  why: {
    en: 'That share of the connections gets no mark: it goes by main, past the balance, or nowhere if main has no default route.',
    id: 'Bagian koneksi itu tidak mendapat mark: ia mengikuti tabel main di luar pembagian, atau hilang kalau main tidak punya rute default.',
  },
  check(subject) {
    const mixed = mixedOrigins(subject.router);
    const left = leftToNobody(subject);
    const isUnsaid = defaultRoutes(subject).length === 0;
    return [...defectsOf(subject, 'missing'), ...left]
      .filter(({ origins }) => !origins.some(one => mixed.has(one)))
      .flatMap(found => {
        const { pcc, remainders } = found.flaw;
        const { origins } = found;
        const members = pccRulesAt(subject.router, origins);
        const at = repeatedIn(members)[0] ?? members.at(-1);
        if (!at) return [];
        const fix = withRemainders(members);
        const all = remainders.join(', ');
        return {
          at: at.rule,
          what: {
            en: `No rule takes remainder ${all} of ${pcc}.`,
            id: `Tidak ada aturan untuk sisa ${all} dari ${pcc}.`,
          },
          do: {
            en: `Add a rule for each of ${all}, or use a denominator that matches the number of rules.`,
            id: `Tambahkan aturan untuk ${all}, atau samakan penyebut dengan jumlah aturan.`,
          },
          fix,
          ...(isUnsaid && left.includes(found) && { severity: 'warning' as const, assuming: noOtherLine }),
        };
      });
  },
};

const noOtherLine: Said = {
  en: 'the rest of the configuration has no further line in main for what is left',
  id: 'bagian lain dari konfigurasi tidak punya jalur tambahan di main untuk sisanya',
};

/** What is left to main, where the text has no default routes, or none of main. */
function leftToNobody(subject: Subject) {
  const routes = defaultRoutes(subject);
  const hasMain = routes.some(({ table }) => table === mainTable);
  return hasMain ? [] : leftOversOf(subject, 'missing');
}
