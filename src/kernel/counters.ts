import { nftTable } from '../linux/index.ts';
import { type Namespace, run } from '../sys/index.ts';

/** What one rule of our table counted since it was loaded. */
export interface RuleCount {
  readonly chain: string;
  /** The rule's comment: `file:line` of the statement it came from; empty where it has none. */
  readonly comment: string;
  readonly packets: number;
  readonly bytes: number;
  /** What it counts goes no further. */
  readonly drops: boolean;
  /** Of a set: these are in an order of their own. */
  readonly isElement?: true;
}

interface Counter {
  readonly packets: number;
  readonly bytes: number;
}

/** The parts of `nft -j list table` (libnftables-json(5)) that counters are read from. */
interface ListedRule {
  readonly chain: string;
  readonly comment?: string;
  readonly expr: readonly {
    readonly counter?: Counter | string | null;
    readonly match?: { readonly right: unknown };
    readonly drop?: null;
  }[];
}

interface ListedSet {
  readonly name: string;
  readonly elem?: readonly { readonly elem?: { readonly comment?: string; readonly counter?: Counter } }[];
}

interface Listed {
  readonly rule?: ListedRule;
  readonly set?: ListedSet;
}

/**
 * Counters of an `nft -j` listing, in its order; rules that do not count are left out. Rules that are one look-up count in the
 * elements of its set.
 */
export function readRuleCounters(listing: string): readonly RuleCount[] {
  const { nftables } = JSON.parse(listing) as { readonly nftables: readonly Listed[] };
  const sets = new Map(
    nftables.flatMap(({ set }) => (set ? [[set.name, elementCounters(set)] as const] : [])),
  );
  return nftables.flatMap(({ rule }) => (rule ? countersOf(rule, sets) : []));
}

type ElementCount = Omit<RuleCount, 'chain' | 'drops'>;

const elementCounters = ({ elem = [] }: ListedSet): readonly ElementCount[] =>
  elem.flatMap(({ elem: one }) => (one?.counter ? [{ comment: one.comment ?? '', ...one.counter }] : []));

function countersOf(rule: ListedRule, sets: Map<string, readonly ElementCount[]>): readonly RuleCount[] {
  const { chain, comment = '', expr } = rule;
  const own = expr.flatMap(({ counter }) => (typeof counter === 'object' && counter ? [counter] : []))[0];
  const drops = expr.some(one => 'drop' in one);
  if (own) return [{ chain, comment, packets: own.packets, bytes: own.bytes, drops }];
  const asked = expr
    .map(({ match }) => match?.right)
    .find(right => typeof right === 'string' && right.startsWith('@'));
  const name = String(asked).slice(1);
  const counted = sets.get(name) ?? [];
  // Another line of the same rules asks the same set.
  sets.delete(name);
  return counted.map(count => ({ chain, ...count, drops, isElement: true }));
}

/** Counters of our table's rules; empty where there is no such table. Starts nft: some 20 ms. */
export function ruleCounters(ns?: Namespace, table = nftTable): readonly RuleCount[] {
  const { code, stdout } = run(['nft', '-j', 'list', 'table', 'inet', table], { ns, allowFailure: true });
  return code === 0 ? readRuleCounters(stdout) : [];
}
