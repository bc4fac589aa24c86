import { pccRulesAt, repeatedIn, withRemainders } from '../../ask/balance/index.ts';
import { defectsOf } from '../../ask/defects.ts';
import type { Rule } from '../../rule.ts';

/** The same remainder for two marks (docs/routeros.md#pcc-hash). */
export const remainderRepeated: Rule = {
  id: 'pcc/remainder-repeated',
  level: 'error',
  title: { en: 'Two marks share one PCC remainder', id: 'Dua mark memakai satu sisa PCC' },
  why: {
    en: 'Only one of the two marks is ever used: the first where rules ask for connection-mark=no-mark, else the last. The other line gets nothing of this balance.',
    id: 'Hanya satu dari dua mark itu yang dipakai: yang pertama kalau aturan meminta connection-mark=no-mark, kalau tidak yang terakhir. Jalur lainnya tidak mendapat bagian.',
  },
  check: subject =>
    defectsOf(subject, 'repeated').flatMap(({ flaw: { pcc, remainders }, origins }) => {
      const members = pccRulesAt(subject.router, origins);
      const fix = withRemainders(members);
      return repeatedIn(members)
        .filter(one => remainders.includes(one.pcc.remainder))
        .map(({ rule, pcc: { remainder } }) => ({
          at: rule,
          fix,
          what: {
            en: `Remainder ${remainder} of ${pcc} is given to more than one mark.`,
            id: `Sisa ${remainder} dari ${pcc} diberikan ke lebih dari satu mark.`,
          },
          do: {
            en: 'Give each remainder to one mark; 3/0 and 3/1 for one line and 3/2 for the other divide 2 to 1.',
            id: 'Berikan setiap sisa ke satu mark; 3/0 dan 3/1 untuk satu jalur dan 3/2 untuk yang lain membagi 2 banding 1.',
          },
        }));
    }),
};
