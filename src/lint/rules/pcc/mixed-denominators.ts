import type { Origin, Router } from '../../../model/index.ts';
import { balanceOf } from '../../../pcc/index.ts';
import { type PccRule, pccRules } from '../../ask/balance/index.ts';
import type { Rule } from '../../rule.ts';

/** Rules for the same packets that hash other fields, or into another number of remainders (docs/routeros.md#pcc-hash). */
export const mixedDenominators: Rule = {
  id: 'pcc/mixed-denominators',
  level: 'error',
  title: { en: 'One balance with several classifiers', id: 'Satu pembagian dengan beberapa classifier' },
  why: {
    en: 'Remainders of different classifiers overlap: some connections match several rules, others match none and get no mark.',
    id: 'Sisa dari classifier yang berbeda saling tumpang tindih: sebagian koneksi cocok dengan beberapa aturan, sebagian lain tidak mendapat mark.',
  },
  check: ({ router }) =>
    mixedSets(router).flatMap(members => {
      const kinds = [...new Set(members.map(kindOf))];
      const odd = members.find(one => kindOf(one) !== kindOf(members[0] ?? one));
      if (!odd) return [];
      return {
        at: odd.rule,
        what: {
          en: `Rules for the same packets use different classifiers: ${kinds.join(', ')}.`,
          id: `Aturan untuk paket yang sama memakai classifier berbeda: ${kinds.join(', ')}.`,
        },
        do: {
          en: 'Use the same fields and the same denominator in all rules of the balance, with each remainder once.',
          id: 'Pakai field dan penyebut yang sama di semua aturan, dengan setiap sisa satu kali.',
        },
      };
    }),
};

/** Places of rules in such sets: what lacks in one of their kinds is said with them. */
export const mixedOrigins = (router: Router): ReadonlySet<Origin> =>
  new Set(mixedSets(router).flatMap(members => members.map(({ rule }) => rule.origin)));

/** Sets of rules for the same packets with several classifiers, of which one is not complete. */
function mixedSets(router: Router): PccRule[][] {
  const sets = new Map<string, PccRule[]>();
  for (const one of pccRules(router)) {
    if (one.pcc.negated || one.rule.action.kind !== 'mark-connection') continue;
    const key = contextOf(one);
    sets.set(key, [...(sets.get(key) ?? []), one]);
  }
  return [...sets.values()].filter(isMixed);
}

/** All that its rules ask for but the remainder. */
function contextOf({ rule: { table, chain, matchers } }: PccRule): string {
  const rest = matchers.filter(({ kind }) => kind !== 'per-connection-classifier');
  return JSON.stringify([table, chain, rest.map(one => JSON.stringify(one)).sort()]);
}

const kindOf = ({ pcc: { fields, denominator } }: PccRule): string => `${fields}:${denominator}`;

function isMixed(members: readonly PccRule[]): boolean {
  const kinds = [...new Set(members.map(kindOf))];
  return kinds.length > 1 && kinds.some(kind => !isComplete(members.filter(one => kindOf(one) === kind)));
}

function isComplete(members: readonly PccRule[]): boolean {
  const { missing, dead } = balanceOf(
    members[0]?.pcc.denominator ?? 0,
    members.map(({ pcc }) => ({ remainder: pcc.remainder, owner: '' })),
  );
  return missing.length === 0 && dead.length === 0;
}
