import { pccRulesAt, withRemainders } from '../../ask/balance/index.ts';
import { defectsOf } from '../../ask/defects.ts';
import type { Rule } from '../../rule.ts';
import { mixedOrigins } from './mixed-denominators.ts';

/** Remainders that no packet has, since a remainder is less than what is divided by (docs/routeros.md#pcc-hash). */
export const remainderImpossible: Rule = {
  id: 'pcc/remainder-impossible',
  level: 'error',
  title: { en: 'A PCC remainder that no packet has', id: 'Sisa PCC yang tidak mungkin' },
  why: {
    en: 'Remainders run from 0 to the denominator less one: this rule never matches, and the share that was meant for it goes elsewhere.',
    id: 'Sisa berjalan dari 0 sampai penyebut dikurangi satu: aturan ini tidak pernah cocok, dan bagian yang dimaksud pergi ke tempat lain.',
  },
  check(subject) {
    const mixed = mixedOrigins(subject.router);
    return defectsOf(subject, 'impossible').flatMap(({ flaw: { pcc, missing = [] }, origins }) => {
      const members = pccRulesAt(subject.router, origins);
      const fix = withRemainders(members);
      return members
        .filter(one => one.pcc.remainder >= one.pcc.denominator && !mixed.has(one.rule.origin))
        .map(({ rule, pcc: { remainder, denominator } }) => ({
          at: rule,
          fix,
          what: {
            en: `No packet ever has remainder ${remainder} of ${pcc}${missing.length > 0 ? `, and no rule takes ${missing.join(', ')}` : ''}.`,
            id: `Tidak ada paket dengan sisa ${remainder} dari ${pcc}${missing.length > 0 ? `, dan tidak ada aturan untuk ${missing.join(', ')}` : ''}.`,
          },
          do:
            missing.length > 0
              ? {
                  en: `Count from 0: remainders are 0 to ${denominator - 1}.`,
                  id: `Hitung dari 0: sisanya 0 sampai ${denominator - 1}.`,
                }
              : {
                  en: `For another weight give all rules a greater denominator, such as ${denominator + 1}, with remainders 0 to ${denominator}.`,
                  id: `Untuk bobot lain beri semua aturan penyebut yang lebih besar, misalnya ${denominator + 1}, dengan sisa 0 sampai ${denominator}.`,
                },
        }));
    });
  },
};
