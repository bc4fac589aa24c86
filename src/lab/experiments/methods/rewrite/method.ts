import type { FirewallRule, Matcher, PccKind, Router } from '../../../../model/index.ts';
import type { Ipv4 } from '../../../../net/index.ts';
import type { Topology } from '../../../topology/topology.ts';

/** What a method may need to know of the place where it is used. */
export interface MethodPlace {
  readonly topology: Topology;
  /** Addresses of the clients, in the order of their names. */
  readonly clients: readonly Ipv4[];
}

/** One way to spread connections, as a change of a configuration that balances by PCC. */
export interface Method {
  /** As in the report's data: `pcc-both-addresses`. */
  readonly name: string;
  readonly title: string;
  apply(router: Router, place: MethodPlace): Router;
}

type PccMatcher = Extract<Matcher, { kind: 'per-connection-classifier' }>;

const pccOf = (rule: FirewallRule): PccMatcher | undefined =>
  rule.matchers.find(matcher => matcher.kind === 'per-connection-classifier');

/** The enabled rules that spread connections: PCC that marks them. */
export function balancers({ firewall }: Router): readonly FirewallRule[] {
  return firewall.ipv4.mangle.filter(
    rule => !rule.disabled && rule.action.kind === 'mark-connection' && pccOf(rule) !== undefined,
  );
}

/** The router with another mangle table. */
export function withMangle(router: Router, mangle: readonly FirewallRule[]): Router {
  return { ...router, firewall: { ...router.firewall, ipv4: { ...router.firewall.ipv4, mangle } } };
}

/** The rule without its PCC condition, and with `instead` in its place. */
export function insteadOfPcc(rule: FirewallRule, instead: readonly Matcher[]): FirewallRule {
  const matchers = rule.matchers.flatMap(matcher =>
    matcher.kind === 'per-connection-classifier' ? instead : [matcher],
  );
  return { ...rule, matchers };
}

/** PCC with another classifier, everything else as it was. */
export function pcc(fields: PccKind): Method {
  return {
    name: `pcc-${fields}`,
    title: `PCC ${fields}`,
    apply(router) {
      const change = (rule: FirewallRule): FirewallRule => {
        const matcher = pccOf(rule);
        return matcher ? insteadOfPcc(rule, [{ ...matcher, fields }]) : rule;
      };
      return withMangle(router, router.firewall.ipv4.mangle.map(change));
    },
  };
}
