import type { FirewallRule, FirewallTable, Matcher } from '../model/index.ts';
import type { Flight, Test } from './flight.ts';
import { HeaderFilter } from './header-filter.ts';
import { observed } from './match/index.ts';
import type { Bucket } from './trace.ts';
import { type Verdict, verdict } from './verdict.ts';

/** What a rule does to a packet that it matches. */
export type Act = (flight: Flight) => Verdict;

/** A rule ready to run: `tests[i]` stands for `matchers[i]`. */
export interface CompiledRule {
  readonly rule: FirewallRule;
  readonly matchers: readonly Matcher[];
  readonly tests: readonly Test[];
  readonly act: Act;
  /** Where the rule has a PCC matcher: what it computed. */
  readonly bucket: ((flight: Flight) => Bucket) | undefined;
  /** Whether it matches changes nothing: no way of its own is explored for it. */
  readonly idle: boolean;
}

/** One chain ready to run. Filled after it is made, since chains call each other. */
export interface CompiledChain {
  readonly table: FirewallTable;
  readonly name: string;
  readonly rules: CompiledRule[];
  /** A jump into it is under way. */
  entered: boolean;
  /** Made when the first packet comes, as the rules are there by then. */
  filter?: HeaderFilter;
}

/** Shorter chains are passed rule by rule. */
const long = 32;

/** Runs a packet through a chain. At the end of a chain without a verdict: `next`, which a base chain takes as accept. */
export function runChain(chain: CompiledChain, flight: Flight): Verdict {
  const { rules } = chain;
  const filter = flight.watch === undefined && rules.length >= long ? filterOf(chain) : undefined;
  for (let i = 0; i < rules.length; i++) {
    if (filter?.admits(i, flight) === false) continue;
    const compiled = rules[i];
    if (compiled === undefined || !matches(compiled, flight)) continue;
    record(compiled, flight);
    const result = compiled.act(flight);
    if (result !== verdict.next) return result;
  }
  return verdict.next;
}

function filterOf(chain: CompiledChain): HeaderFilter {
  chain.filter ??= new HeaderFilter(chain.rules.map(({ matchers }) => matchers));
  return chain.filter;
}

function matches(compiled: CompiledRule, flight: Flight): boolean {
  const { state } = flight;
  const { choose } = state;
  if (!compiled.idle || choose === undefined) return holds(compiled, flight);
  state.choose = undefined;
  const result = holds(compiled, flight);
  state.choose = choose;
  return result;
}

function holds(compiled: CompiledRule, flight: Flight): boolean {
  const { tests } = compiled;
  for (let i = 0; i < tests.length; i++) {
    if (tests[i]?.(flight)) continue;
    if (flight.watch !== undefined) explain(compiled, i, flight);
    return false;
  }
  return true;
}

function explain({ rule, matchers }: CompiledRule, failed: number, flight: Flight): void {
  const matcher = matchers[failed];
  if (matcher && flight.watch?.(rule)) flight.passOver(rule, matcher, observed(matcher, flight));
}

function record({ rule, bucket }: CompiledRule, flight: Flight): void {
  flight.steps.push(bucket ? { kind: 'rule', rule, bucket: bucket(flight) } : { kind: 'rule', rule });
}
