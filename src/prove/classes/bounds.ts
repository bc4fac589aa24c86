import {
  type FirewallRule,
  type Matcher,
  type MatcherKind,
  type Router,
  rulesOf,
} from '../../model/index.ts';
import { type Ipv4Bounds, ipv4ToNumber, networkOf, prefixRange, protocolNumber } from '../../net/index.ts';
import { rangeOf, rangesOf, type Setup } from '../../walk/index.ts';

/** All enabled rules' matchers. */
export function matchersOf(router: Router): Matcher[] {
  return enabledRules(router).flatMap(rule => rule.matchers);
}

export function enabledRules(router: Router): FirewallRule[] {
  return rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
}

type Of<K extends MatcherKind> = Extract<Matcher, { readonly kind: K }>;

/** The matchers of some kinds. */
export function only<K extends MatcherKind>(matchers: readonly Matcher[], ...kinds: readonly K[]): Of<K>[] {
  return matchers.filter((matcher): matcher is Of<K> => (kinds as readonly string[]).includes(matcher.kind));
}

/** The sets of addresses that can be told apart on one side: a list is one set, whatever it is made of. */
export function addressSets(
  setup: Setup,
  side: 'src' | 'dst',
  matchers: readonly Matcher[],
): (readonly Ipv4Bounds[])[] {
  const { router } = setup;
  const [address, list] =
    side === 'src'
      ? (['src-address', 'src-address-list'] as const)
      : (['dst-address', 'dst-address-list'] as const);
  const rules = router.routingRules.map(rule => (side === 'src' ? rule.srcAddress : rule.dstAddress));
  const single = [
    ...only(matchers, address).flatMap(matcher => rangeOf(matcher.address) ?? []),
    ...rules.flatMap(prefix => (prefix === undefined ? [] : [prefixRange(prefix)])),
    ...(side === 'dst' ? destinationsOf(setup) : []),
    ...ownNetworks(setup),
  ];
  const lists = new Set(only(matchers, list).map(matcher => matcher.list));
  return [...distinct(single).map(range => [range]), ...[...lists].map(name => rangesOf(setup, name))];
}

function destinationsOf({ rib }: Setup): Ipv4Bounds[] {
  return rib.routes.map(({ destination }) => prefixRange(destination));
}

/** Networks on the router's interfaces, its own addresses and their broadcast addresses. */
function ownNetworks({ world }: Setup): Ipv4Bounds[] {
  return Object.values(world.interfaces)
    .flatMap(({ addresses }) => addresses)
    .flatMap(own => {
      const network = prefixRange(networkOf(own));
      const self = ipv4ToNumber(own.address);
      return [network, { from: self, to: self }, { from: network.to, to: network.to }];
    });
}

function distinct(ranges: readonly Ipv4Bounds[]): Ipv4Bounds[] {
  return [...new Map(ranges.map(range => [`${range.from}-${range.to}`, range])).values()];
}

/** The first value of each stretch of 0..last into which the ranges cut it. */
export function cuts(
  ranges: readonly { readonly from: number; readonly to: number }[],
  last: number,
): number[] {
  const starts = new Set([0]);
  for (const { from, to } of ranges) {
    starts.add(from);
    if (to < last) starts.add(to + 1);
  }
  return [...starts].sort((a, b) => a - b);
}

/** Numbers of the protocols that rules name, and those that every network has. */
export function protocolsOf(matchers: readonly Matcher[]): number[] {
  const named = only(matchers, 'protocol').flatMap(({ protocol }) => protocolNumber(protocol) ?? []);
  const other = [47, 50, 99].find(number => !named.includes(number)) ?? 99;
  return [...new Set([6, 17, 1, other, ...named])];
}
