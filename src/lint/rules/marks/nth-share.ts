import type { FirewallRule, Matcher, Router } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { matcherOf } from '../../ask/firewall/index.ts';
import type { Rule } from '../../rule.ts';

/** Nth rules in a row of which each counts what is left, as if each counted all (docs/routeros.md#nth). */
export const nthShare: Rule = {
  id: 'marks/nth-share',
  level: 'warning',
  title: { en: 'Nth leaves connections without a mark', id: 'Nth menyisakan koneksi tanpa mark' },
  why: {
    en: 'Each rule counts only the packets that reach it. Behind a rule that took every second one, nth=2,2 takes half of the rest, and what is left has no mark: it leaves by main.',
    id: 'Setiap aturan hanya menghitung paket yang sampai kepadanya. Setelah aturan yang mengambil setiap paket kedua, nth=2,2 mengambil setengah sisanya, dan sisanya tanpa mark keluar lewat main.',
  },
  check: ({ router }) => {
    const rules = enabledRules(router).filter(isMarking);
    const groups = new Map<string, FirewallRule[]>();
    for (const rule of rules) groups.set(keyOf(rule), [...(groups.get(keyOf(rule)) ?? []), rule]);
    return [...groups.values()].flatMap(group => {
      const counting = group.filter(rule => everyOf(rule) !== undefined);
      const last = counting.at(-1);
      const left = leftBy(counting);
      const isTaken = group.some(rule => everyOf(rule) === undefined && isBehind(group, rule, counting));
      if (
        !last ||
        counting.length < 2 ||
        left < 0.001 ||
        isTaken ||
        !counting.every(one => takesAway(one, rulesOfChain(router, one)))
      )
        return [];
      const share = `${Math.round(left * 1000) / 10} %`;
      const rest = counting.map((_, at) => `nth=${counting.length - at},1`).join(', ');
      return {
        at: last,
        what: {
          en: `These ${counting.length} nth rules count what the ones before left: ${share} of the connections get no mark.`,
          id: `${counting.length} aturan nth ini menghitung sisa dari aturan sebelumnya: ${share} koneksi tidak mendapat mark.`,
        },
        do: {
          en: `Count down: ${rest}; the last one needs no nth.`,
          id: `Hitung mundur: ${rest}; yang terakhir tidak perlu nth.`,
        },
        related: counting
          .filter(rule => rule !== last)
          .map(at => ({ at, text: { en: 'One of them.', id: 'Salah satunya.' } })),
      };
    });
  },
};

const isMarking = ({ table, action }: FirewallRule): boolean =>
  table === 'mangle' && (action.kind === 'mark-connection' || action.kind === 'mark-routing');

/** Rules of a chain that ask for the same but nth. */
const keyOf = ({ chain, matchers }: FirewallRule): string =>
  JSON.stringify(
    [chain, ...matchers.filter(({ kind }) => kind !== 'nth').map(one => JSON.stringify(one))].sort(),
  );

const everyOf = (rule: FirewallRule): number | undefined => matcherOf(rule, 'nth')?.every;

/** Are packets that it took out of reach for the next one? */
const takesAway = (rule: FirewallRule, chain: readonly FirewallRule[]): boolean =>
  ('passthrough' in rule.action && !rule.action.passthrough) ||
  (rule.action.kind === 'mark-connection' &&
    (rule.matchers.some(isOfUnmarked) || isEndedBehind(rule, rule.action.mark, chain)));

const rulesOfChain = (router: Router, { table, chain }: FirewallRule): FirewallRule[] =>
  enabledRules(router).filter(one => one.table === table && one.chain === chain);

/** Does the rule behind it, for the mark that it sets, end the chain? */
function isEndedBehind(rule: FirewallRule, mark: string, chain: readonly FirewallRule[]): boolean {
  const next = chain[chain.indexOf(rule) + 1];
  const isOfMark = next?.matchers.some(
    one => one.kind === 'connection-mark' && one.mark === mark && !one.negated,
  );
  return isOfMark === true && next !== undefined && 'passthrough' in next.action && !next.action.passthrough;
}

const isOfUnmarked = (one: Matcher): boolean =>
  one.kind === 'connection-mark' && one.mark === 'no-mark' && !one.negated;

const leftBy = (counting: readonly FirewallRule[]): number =>
  counting.reduce((left, rule) => left * (1 - 1 / (everyOf(rule) ?? 1)), 1);

const isBehind = (
  group: readonly FirewallRule[],
  rule: FirewallRule,
  counting: readonly FirewallRule[],
): boolean => counting.every(one => group.indexOf(one) < group.indexOf(rule));
