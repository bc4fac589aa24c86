import type { FirewallRule, Matcher, MatcherKind } from '../../../model/index.ts';

/** The first condition of a kind. */
export function matcherOf<K extends MatcherKind>(rule: FirewallRule, kind: K): Of<K> | undefined {
  return rule.matchers.find((one): one is Of<K> => one.kind === kind);
}

type Of<K extends MatcherKind> = Extract<Matcher, { readonly kind: K }>;

/** Has it any condition of these kinds? */
export const asksFor = ({ matchers }: FirewallRule, ...kinds: readonly MatcherKind[]): boolean =>
  matchers.some(({ kind }) => kinds.includes(kind));

/** Does it take no packet of a connection that has a mark or is older than its first packet? */
export const sparesMarked = ({ matchers }: FirewallRule): boolean => matchers.some(isOfNewOnes);

function isOfNewOnes(matcher: Matcher): boolean {
  if (matcher.kind === 'connection-mark') return true;
  return (
    matcher.kind === 'connection-state' &&
    !matcher.negated &&
    !matcher.states.some(state => state === 'established' || state === 'related')
  );
}

/** Does it take packets of connections without a mark? */
export const matchesUnmarked = ({ matchers }: FirewallRule): boolean =>
  matchers.every(one => one.kind !== 'connection-mark' || (one.mark === 'no-mark') !== one.negated);
