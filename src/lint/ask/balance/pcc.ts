import type { FirewallRule, MatcherOf, Origin, Router } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { type Mend, set } from '../../fix/change.ts';

export type Pcc = MatcherOf<'per-connection-classifier'>;

/** An enabled rule that asks for a remainder. */
export interface PccRule {
  readonly rule: FirewallRule;
  readonly pcc: Pcc;
}

export function pccRules(router: Router): PccRule[] {
  return enabledRules(router).flatMap(rule => {
    const pcc = rule.matchers.find((one): one is Pcc => one.kind === 'per-connection-classifier');
    return pcc ? [{ rule, pcc }] : [];
  });
}

/** Those among these places, in the order of the text. */
export const pccRulesAt = (router: Router, origins: readonly Origin[]): PccRule[] =>
  pccRules(router).filter(({ rule }) => origins.includes(rule.origin));

/** Of several rules with the same remainder all but the first. */
export const repeatedIn = (members: readonly PccRule[]): PccRule[] =>
  members.filter(({ pcc }, at) => members.findIndex(other => other.pcc.remainder === pcc.remainder) < at);

/**
 * Rules whose remainder another one has, or no packet has, get those that no rule has; undefined unless these are as many:
 * then nobody knows what was meant.
 */
export function withRemainders(members: readonly PccRule[]): Mend | undefined {
  const denominator = members[0]?.pcc.denominator ?? 0;
  const numbers = members.map(({ pcc }) => pcc.remainder);
  const missing = Array.from({ length: denominator }, (_, i) => i).filter(i => !numbers.includes(i));
  const idle = members.filter(
    ({ pcc: { remainder } }, at) => remainder >= denominator || numbers.indexOf(remainder) < at,
  );
  if (isOneMore(denominator, numbers)) return withDenominator(members, denominator + 1);
  if (idle.length === 0 || idle.length !== missing.length) return undefined;
  const changes = idle.map(({ rule, pcc: { fields } }, at) =>
    set(rule, 'per-connection-classifier', `${fields}:${denominator}/${missing[at]}`),
  );
  return { changes, isSafe: true };
}

/** Remainders from 0 to what is divided by, each once: another weight was meant. */
const isOneMore = (denominator: number, numbers: readonly number[]): boolean =>
  numbers.length === denominator + 1 &&
  numbers.toSorted((a, b) => a - b).every((number, at) => number === at);

const withDenominator = (members: readonly PccRule[], denominator: number): Mend => ({
  changes: members.map(({ rule, pcc: { fields, remainder } }) =>
    set(rule, 'per-connection-classifier', `${fields}:${denominator}/${remainder}`),
  ),
  isSafe: false,
  note: {
    en: `Each rule then takes one of ${denominator} parts: compare that with the speeds of the lines.`,
    id: `Setiap aturan lalu mengambil satu dari ${denominator} bagian: bandingkan dengan kecepatan jalurnya.`,
  },
});
