import type { FirewallRule, MatcherOf, Router } from '../../model/index.ts';
import { balanceOf } from '../../pcc/index.ts';
import { enabledRules } from '../../prove/index.ts';
import { writeMatcher } from '../../rsc/index.ts';

type Pcc = MatcherOf<'per-connection-classifier'>;
type Nth = MatcherOf<'nth'>;

/** What one owner of a set of PCC rules gets. `owner`: the mark that it sets, or where its packets go on. */
export interface SetShare {
  readonly owner: string;
  /** 0..1 of the packets that come to the set. */
  readonly share: number;
}

/** How a set of PCC rules divides what comes to it. */
export interface SetOfRules {
  readonly shares: readonly SetShare[];
  /** Remainders that no rule takes. */
  readonly missing: readonly number[];
}

/** The part of the packets coming to a rule that it takes, 0..1; undefined where it does not divide. */
export function shareOf(rule: FirewallRule): number | undefined {
  const pcc = pccOf(rule);
  if (pcc) return pcc.remainder < pcc.denominator ? 1 / pcc.denominator : 0;
  const nth = rule.matchers.find((one): one is Nth => one.kind === 'nth');
  return nth && !nth.negated ? 1 / nth.every : undefined;
}

/** The set that a PCC rule belongs to: rules of one chain that differ in the remainder alone. */
export function setOf(router: Router, rule: FirewallRule): SetOfRules | undefined {
  const pcc = pccOf(rule);
  if (!pcc || rule.family !== 'ipv4') return undefined;
  const members = enabledRules(router).filter(other => keyOf(other) === keyOf(rule));
  const owners = members.flatMap(member => {
    const own = pccOf(member);
    return own ? [{ remainder: own.remainder, owner: ownerOf(member) }] : [];
  });
  const { weights, missing } = balanceOf(pcc.denominator, owners);
  const shares = weights.map(({ owner, weight }) => ({ owner, share: weight / pcc.denominator }));
  return { shares, missing };
}

const pccOf = ({ matchers }: FirewallRule): Pcc | undefined =>
  matchers.find((one): one is Pcc => one.kind === 'per-connection-classifier' && !one.negated);

function ownerOf({ action }: FirewallRule): string {
  if ('mark' in action) return action.mark;
  return action.kind === 'jump' ? action.target : action.kind;
}

/** What rules of one set have in common. */
function keyOf(rule: FirewallRule): string {
  const pcc = pccOf(rule);
  const others = rule.matchers.filter(one => one !== pcc).map(one => `${one.kind}=${writeMatcher(one)}`);
  return JSON.stringify([
    rule.table,
    rule.chain,
    rule.action.kind,
    pcc?.fields,
    pcc?.denominator,
    others.sort(),
  ]);
}
