import type { Matcher, MatcherKind } from '../../model/index.ts';

/**
 * All matchers of a rule must hold, so their order is free, and the cheap ones come first: a connection that is
 * marked already must not pay for a hash or a look-up in the routing table. What counts packets (`isCounting`) comes
 * after all others: it sees only packets that passed them, as on RouterOS (routeros.md section 2.3).
 */
const order: readonly MatcherKind[] = [
  'in-interface',
  'out-interface',
  'in-interface-list',
  'out-interface-list',
  'packet-mark',
  'routing-mark',
  'connection-mark',
  'connection-state',
  'src-address',
  'dst-address',
  'protocol',
  'dst-port',
  'src-port',
  'port',
  'tcp-flags',
  'icmp-options',
  'ttl',
  'dscp',
  'packet-size',
  'fragment',
  'src-mac-address',
  'connection-nat-state',
  'connection-bytes',
  'src-address-list',
  'dst-address-list',
  'tcp-mss',
  'src-address-type',
  'dst-address-type',
  'in-bridge-port',
  'out-bridge-port',
  'unsupported',
  'random',
  'nth',
  'per-connection-classifier',
  'limit',
];

/** Matchers in the order of evaluation. */
export function inOrder(matchers: readonly Matcher[]): Matcher[] {
  return [...matchers].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Matchers that keep a count per rule: a rule with one must be evaluated at one place only. */
export function isCounting(matcher: Matcher): boolean {
  if (matcher.kind === 'unsupported') return matcher.property === 'dst-limit';
  return matcher.kind === 'nth' || matcher.kind === 'limit';
}
