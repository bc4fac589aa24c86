import type { FirewallRule, MatcherOf, Origin, Router } from '../../model/index.ts';
import { enabledRules } from '../../prove/index.ts';

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
