import { nftTable } from '../linux/index.ts';
import { type Namespace, run } from '../sys/index.ts';

/** What one rule of our table counted since it was loaded. */
export interface RuleCount {
  readonly chain: string;
  /** The rule's comment: `file:line` of the statement it came from; empty where it has none. */
  readonly comment: string;
  readonly packets: number;
  readonly bytes: number;
}

interface ListedRule {
  readonly chain: string;
  readonly comment?: string;
  readonly expr: readonly { readonly counter?: { readonly packets: number; readonly bytes: number } }[];
}

/** Counters of an `nft -j` listing, in its order; rules that do not count are left out. */
export function readRuleCounters(listing: string): readonly RuleCount[] {
  const { nftables } = JSON.parse(listing) as {
    readonly nftables: readonly { readonly rule?: ListedRule }[];
  };
  return nftables.flatMap(({ rule }) => {
    const counter = rule?.expr.find(part => part.counter)?.counter;
    if (!rule || !counter) return [];
    const { packets, bytes } = counter;
    return [{ chain: rule.chain, comment: rule.comment ?? '', packets, bytes }];
  });
}

/** Counters of our table's rules; empty where there is no such table. Starts nft: some 20 ms. */
export function ruleCounters(ns?: Namespace, table = nftTable): readonly RuleCount[] {
  const { code, stdout } = run(['nft', '-j', 'list', 'table', 'inet', table], { ns, allowFailure: true });
  return code === 0 ? readRuleCounters(stdout) : [];
}
