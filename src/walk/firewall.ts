import {
  cheapestFirst,
  evaluationOrder,
  type FirewallRule,
  type FirewallTable,
  type Matcher,
  rulesOf,
} from '../model/index.ts';
import { protocolNumber } from '../net/index.ts';
import { compileAction } from './act/act.ts';
import type { CompiledChain, CompiledRule } from './chain.ts';
import type { Flight, Test } from './flight.ts';
import { idleRules } from './idle.ts';
import { compileMatcher, familyOf, type PccFamilies, sharedOf } from './match/index.ts';
import type { MatchContext } from './match/matcher-test.ts';
import type { Services } from './services/index.ts';
import { placePoints, type Setup } from './setup.ts';
import type { Bucket } from './trace.ts';

/** The chains of all four tables; a chain that no rule names is empty. */
export type Firewall = (table: FirewallTable, chain: string) => CompiledChain;

/** Compiles every enabled rule once. */
export function compileFirewall(setup: Setup, services: Services): Firewall {
  const families: PccFamilies = { pcc: new Map(), shared: new Map() };
  const context = { setup, services, families };
  const chains = new Map<string, CompiledChain>();
  const chainOf = (table: FirewallTable, name: string): CompiledChain => {
    const known = chains.get(`${table} ${name}`);
    if (known) return known;
    const made: CompiledChain = { table, name, rules: [], entered: false };
    chains.set(`${table} ${name}`, made);
    return made;
  };
  const guards = guardsOf(setup);
  const rules = walkedRules(setup);
  const idle = idleRules(rules, setup.router);
  for (const rule of rules) {
    const jumpTo = (name: string) => chainOf(rule.table, name);
    const compiled = { ...compileRule(context, rule, jumpTo), idle: idle.has(rule) };
    chainOf(rule.table, rule.chain).rules.push(guarded(compiled, guards.get(rule)));
  }
  return chainOf;
}

function compileRule(
  context: Omit<MatchContext, 'rule' | 'protocol'>,
  rule: FirewallRule,
  chainOf: (name: string) => CompiledChain,
): Omit<CompiledRule, 'idle'> {
  const { setup, families } = context;
  const inOrder = setup.semantics.countsLast ? cheapestFirst : evaluationOrder;
  const matchers = inOrder(rule.matchers);
  const protocol = protocolOf(rule);
  const before = setup.points.length;
  const own = { ...context, rule, protocol };
  const tests = matchers.map(matcher => compileMatcher(matcher, own));
  placePoints(setup, before, rule);
  const act = compileAction(setup, rule, chainOf);
  return { rule, matchers, tests, act, bucket: bucketOf(setup, families, rule, matchers) };
}

/** Enabled rules, without those that our Linux program leaves out. */
function walkedRules({ router, family, changes }: Setup): readonly FirewallRule[] {
  const leftOut = new Set(changes.leftOut.map(({ rule }) => rule));
  return rulesOf(router, family).filter(rule => !rule.disabled && !leftOut.has(rule));
}

/** What our Linux program demands of a rule beyond its own conditions. */
function guardsOf({ changes, interfaces }: Setup): ReadonlyMap<FirewallRule, Test> {
  return new Map(
    changes.guards.map(({ rule, interfaces: names }) => {
      const ids = new Set(names.map(name => interfaces.id(name)));
      return [rule, flight => flight.in !== 0 || ids.has(flight.out)];
    }),
  );
}

const guarded = (compiled: CompiledRule, guard: Test | undefined): CompiledRule =>
  guard ? { ...compiled, tests: [...compiled.tests, guard] } : compiled;

function bucketOf(
  setup: Setup,
  families: PccFamilies,
  rule: FirewallRule,
  matchers: readonly Matcher[],
): CompiledRule['bucket'] {
  const shared = sharedOf(setup, families, rule);
  if (shared) return flight => shared.said(flight);
  const matcher = matchers.find(({ kind }) => kind === 'per-connection-classifier');
  if (matcher?.kind !== 'per-connection-classifier') return undefined;
  const family = familyOf(setup, families, matcher);
  const { fields, denominator } = matcher;
  return (flight: Flight): Bucket => ({ fields, denominator, bucket: family.bucketOf(flight) });
}

function protocolOf({ matchers }: FirewallRule): number | undefined {
  const found = matchers.find(matcher => matcher.kind === 'protocol' && !matcher.negated);
  return found?.kind === 'protocol' ? protocolNumber(found.protocol) : undefined;
}
