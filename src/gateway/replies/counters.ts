import { readRuleCounters } from '../../kernel/index.ts';
import { type ProgramMark, shortPlaceOf } from '../../linux/index.ts';
import { type FirewallRule, placeOf, type Router, rulesOf } from '../../model/index.ts';
import { families } from '../../net/index.ts';
import type { MarkCount, RuleCounter } from './reply.ts';

/** Counters of all rules that count, in the kernel's order. One statement may have become several rules. */
export function ruleCounters(listing: string, router: Router): RuleCounter[] {
  const rules = rulesByPlace(router);
  return readRuleCounters(listing).map(({ chain, comment: written, packets, bytes }) => {
    // Rules of one PCC family share a place: `paper.rsc:15,16,17`.
    const [first = ''] = written.split(',');
    const own = rules.get(first);
    const place = own ? placeOf(own.origin) + written.slice(first.length) : written;
    return { chain, place, comment: own?.comment ?? '', packets, bytes };
  });
}

/** Firewall rules by the place that nft carries, in which a long path has lost its head. */
function rulesByPlace(router: Router): ReadonlyMap<string, FirewallRule> {
  const rules = families.flatMap(family => rulesOf(router, family));
  return new Map(rules.map(rule => [shortPlaceOf(rule.origin), rule]));
}

/** How many connections carry each connection mark, the names in the order of the Program, `''` (no mark) last. */
export function connectionsByMark(
  connections: readonly { readonly mark: number }[],
  marks: readonly ProgramMark[],
): MarkCount[] {
  const named = marks.filter(({ kind }) => kind === 'connection');
  const counts = named.map(({ name, value, mask }) => ({
    mark: name,
    connections: connections.filter(({ mark }) => (mark & mask) >>> 0 === value).length,
  }));
  const marked = counts.reduce((sum, count) => sum + count.connections, 0);
  return [...counts, { mark: '', connections: connections.length - marked }];
}
