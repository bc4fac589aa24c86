import { balanceOf } from '../../../pcc/index.ts';
import { pccRules } from '../../ask/pcc.ts';
import type { Rule } from '../../rule.ts';

/** Shares that lines get by their numbers of remainders (docs/routeros.md#what-pcc-balances). */
export const weights: Rule = {
  id: 'pcc/weights',
  level: 'info',
  title: { en: 'Lines of different weight', id: 'Jalur dengan bobot berbeda' },
  why: {
    en: 'A line with more remainders gets more connections. That is right where its speed is greater in the same proportion.',
    id: 'Jalur dengan sisa lebih banyak mendapat koneksi lebih banyak. Itu tepat kalau kecepatannya lebih besar dengan perbandingan yang sama.',
  },
  check({ router }) {
    const members = pccRules(router).filter(({ rule }) => rule.action.kind === 'mark-connection');
    const [first] = members;
    if (!first) return [];
    const own = members.filter(
      ({ pcc, rule }) =>
        pcc.denominator === first.pcc.denominator &&
        pcc.fields === first.pcc.fields &&
        rule.chain === first.rule.chain,
    );
    const { weights: shares, missing } = balanceOf(
      first.pcc.denominator,
      own.map(({ rule, pcc }) => ({
        remainder: pcc.remainder,
        owner: rule.action.kind === 'mark-connection' ? rule.action.mark : '',
      })),
    );
    const isEven = new Set(shares.map(({ weight }) => weight)).size < 2;
    if (isEven || missing.length > 0) return [];
    const text = shares.map(({ owner, weight }) => `${owner} ${weight}`).join(', ');
    return [
      {
        at: first.rule,
        what: {
          en: `Connections are divided ${text}, of ${first.pcc.denominator}.`,
          id: `Koneksi dibagi ${text}, dari ${first.pcc.denominator}.`,
        },
        do: {
          en: 'Compare it with the speeds of the lines.',
          id: 'Bandingkan dengan kecepatan jalurnya.',
        },
      },
    ];
  },
};
