import type { Matcher, MatcherKind } from '../../model/index.ts';

/**
 * RouterOS evaluates a rule's matchers in a fixed order, however they were typed (routeros.md section 2.3). It shows
 * where a matcher counts: nth, random and limit see only packets that passed all before them.
 */
const order: readonly MatcherKind[] = [
  'src-mac-address',
  'in-interface',
  'out-interface',
  'in-interface-list',
  'out-interface-list',
  'in-bridge-port',
  'out-bridge-port',
  'src-address',
  'dst-address',
  'fragment',
  'protocol',
  'src-address-type',
  'dst-address-type',
  'src-address-list',
  'dst-address-list',
  'ttl',
  'dscp',
  'packet-size',
  'dst-port',
  'src-port',
  'port',
  'tcp-flags',
  'tcp-mss',
  'icmp-options',
  'packet-mark',
  'routing-mark',
  'connection-mark',
  'connection-state',
  'connection-nat-state',
  'connection-bytes',
  'unsupported',
  'random',
  'nth',
  'per-connection-classifier',
  'limit',
];

/** Matchers that keep a count of their own. */
const counting: readonly MatcherKind[] = ['nth', 'limit'];

/** Matchers in the order of evaluation. */
export function inOrder(matchers: readonly Matcher[], countsLast: boolean): Matcher[] {
  const rank = ({ kind }: Matcher) =>
    order.indexOf(kind) + (countsLast && counting.includes(kind) ? order.length : 0);
  return [...matchers].sort((a, b) => rank(a) - rank(b));
}
