import { readRuleCounters } from '../../kernel/index.ts';
import { shortPlaceOf } from '../../linux/index.ts';
import { type FirewallRule, placeOf, type Router, rulesOf } from '../../model/index.ts';
import { families } from '../../net/index.ts';
import type { RuleCounter } from './reply.ts';

/** Counters of all rules that count, in the kernel's order. One statement may have become several rules. */
export function ruleCounters(listing: string, router: Router): RuleCounter[] {
  const rules = rulesByPlace(router);
  return readRuleCounters(listing).map(({ comment: written, ...count }) => {
    // Rules of one PCC family share a place: `paper.rsc:15,16,17`.
    const [first = ''] = written.split(',');
    const own = rules.get(first) ?? [];
    const [any] = own;
    const place = any ? placeOf(any.origin) + written.slice(first.length) : written;
    return { ...count, place, comment: commentOf(own, count.chain) };
  });
}

/** Firewall rules by the place that nft carries, in which a long path has lost its head. */
function rulesByPlace(router: Router): ReadonlyMap<string, readonly FirewallRule[]> {
  const places = new Map<string, FirewallRule[]>();
  for (const rule of families.flatMap(family => rulesOf(router, family))) {
    const place = shortPlaceOf(rule.origin);
    const known = places.get(place);
    if (known) known.push(rule);
    else places.set(place, [rule]);
  }
  return places;
}

/** One key of an intent stands for several rules: which of them it is, only their chain may tell. */
function commentOf(rules: readonly FirewallRule[], chain: string): string {
  const own = rules.length === 1 ? rules : rules.filter(rule => rule.chain === chain);
  const [comment = '', ...others] = new Set(own.map(one => one.comment));
  return others.length === 0 ? comment : '';
}
