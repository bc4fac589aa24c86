import { type FirewallRule, type FirewallTable, type Matcher, rulesOf } from '../model/index.ts';
import { protocolNumber } from '../net/index.ts';
import { compileAction } from './act/act.ts';
import type { CompiledChain, CompiledRule } from './chain.ts';
import type { Flight, Test } from './flight.ts';
import { familyOf, type PccFamilies } from './match/chance.ts';
import { compileMatcher } from './match/match.ts';
import { inOrder } from './match/order.ts';
import type { Setup } from './setup.ts';
import type { Bucket } from './trace.ts';

/** The chains of all four tables; a chain that no rule names is empty. */
export type Firewall = (table: FirewallTable, chain: string) => CompiledChain;

/** Compiles every enabled rule once. */
export function compileFirewall(setup: Setup): Firewall {
  const families: PccFamilies = new Map();
  const chains = new Map<string, CompiledChain>();
  const chainOf = (table: FirewallTable, name: string): CompiledChain => {
    const known = chains.get(`${table} ${name}`);
    if (known) return known;
    const made: CompiledChain = { table, name, rules: [] };
    chains.set(`${table} ${name}`, made);
    return made;
  };
  for (const rule of rulesOf(setup.router, 'ipv4')) {
    if (rule.disabled || isLeftOut(setup, rule)) continue;
    const jumpTo = (name: string) => chainOf(rule.table, name);
    chainOf(rule.table, rule.chain).rules.push(compileRule(setup, families, rule, jumpTo));
  }
  return chainOf;
}

function compileRule(
  setup: Setup,
  families: PccFamilies,
  rule: FirewallRule,
  chainOf: (name: string) => CompiledChain,
): CompiledRule {
  const matchers = inOrder(rule.matchers, setup.semantics.countsLast);
  const protocol = protocolOf(rule);
  const tests = matchers.map(matcher => compileMatcher({ setup, families, protocol }, matcher));
  const act = compileAction(setup, rule, chainOf);
  const guarded = rule.action.kind === 'mark-routing' ? [...tests, ...routingGuard(setup)] : tests;
  return { rule, matchers, tests: guarded, act, bucket: bucketOf(setup, families, matchers) };
}

/**
 * Our Linux program marks what the router itself sends only where it leaves by an uplink: taken literally, its ICMP
 * errors and resets to the LAN would follow the connection's mark to the ISP (lab.md section 8.1).
 */
function routingGuard({ options, wanIds }: Setup): Test[] {
  if (options.engine !== 'linux' || wanIds.size === 0) return [];
  return [flight => flight.in !== 0 || wanIds.has(flight.out)];
}

function bucketOf(setup: Setup, families: PccFamilies, matchers: readonly Matcher[]) {
  const matcher = matchers.find(({ kind }) => kind === 'per-connection-classifier');
  if (matcher?.kind !== 'per-connection-classifier') return undefined;
  const family = familyOf(setup, families, matcher);
  const { fields, denominator } = matcher;
  return (flight: Flight): Bucket => ({ fields, denominator, bucket: family.bucketOf(flight) });
}

/** Rules that our Linux program does not have, because nftables cannot say them. */
function isLeftOut({ options }: Setup, { matchers, action }: FirewallRule): boolean {
  if (options.engine !== 'linux') return false;
  const unsaid = ['unsupported', 'in-bridge-port', 'out-bridge-port'];
  if (matchers.some(({ kind }) => unsaid.includes(kind)) || action.kind === 'unsupported') return true;
  return action.kind === 'change-ttl' && action.op !== 'set';
}

function protocolOf({ matchers }: FirewallRule): number | undefined {
  const found = matchers.find(matcher => matcher.kind === 'protocol' && !matcher.negated);
  return found?.kind === 'protocol' ? protocolNumber(found.protocol) : undefined;
}
