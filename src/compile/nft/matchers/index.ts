/** Each kind of matcher in nft: one file a kind; what nft cannot express is refused with the reason of its trait. */

import {
  type FirewallRule,
  type Matcher,
  type MatcherKind,
  type MatcherOf,
  matcherTraits,
} from '../../../model/index.ts';
import { inEvery, type Said } from '../../../text/index.ts';
import type { LinuxContext } from '../../context.ts';
import type { Condition } from '../condition.ts';
import { addressCondition } from './address.ts';
import { addressListCondition } from './address-list.ts';
import { addressTypeCondition } from './address-type.ts';
import { connectionBytesCondition } from './connection-bytes.ts';
import { connectionLimitCondition } from './connection-limit.ts';
import { connectionMarkCondition } from './connection-mark.ts';
import { connectionNatStateCondition } from './connection-nat-state.ts';
import { connectionStateCondition } from './connection-state.ts';
import { dscpCondition } from './dscp.ts';
import { dstLimitCondition } from './dst-limit.ts';
import { fragmentCondition } from './fragment.ts';
import { icmpOptionsCondition } from './icmp-options.ts';
import { interfaceCondition } from './interface.ts';
import { interfaceListCondition } from './interface-list.ts';
import { ipsecPolicyCondition } from './ipsec-policy.ts';
import { limitCondition } from './limit.ts';
import { macAddressCondition } from './mac-address.ts';
import type { MatcherCondition } from './matcher-condition.ts';
import { nthCondition } from './nth.ts';
import { packetMarkCondition } from './packet-mark.ts';
import { packetSizeCondition } from './packet-size.ts';
import { perConnectionClassifierCondition } from './per-connection-classifier.ts';
import { portCondition } from './port.ts';
import { protocolCondition } from './protocol.ts';
import { randomCondition } from './random.ts';
import { routingMarkCondition } from './routing-mark.ts';
import { tcpFlagsCondition } from './tcp-flags.ts';
import { tcpMssCondition } from './tcp-mss.ts';
import { timeCondition } from './time.ts';
import { ttlCondition } from './ttl.ts';

const nothingLike: Said = {
  en: 'nftables has nothing like it',
  id: 'nftables tidak punya yang serupa',
};

const unsaid = ({ kind }: Matcher): Condition => ({
  refused: inEvery(language => `${kind}: ${(matcherTraits[kind].linux ?? nothingLike)[language]}`),
});

const conditions: { readonly [K in MatcherKind]: MatcherCondition<K> } = {
  'src-mac-address': macAddressCondition,
  'in-interface': interfaceCondition,
  'out-interface': interfaceCondition,
  'in-interface-list': interfaceListCondition,
  'out-interface-list': interfaceListCondition,
  'in-bridge-port': unsaid,
  'out-bridge-port': unsaid,
  'in-bridge-port-list': unsaid,
  'out-bridge-port-list': unsaid,
  'src-address': addressCondition,
  'dst-address': addressCondition,
  fragment: fragmentCondition,
  protocol: protocolCondition,
  'src-address-type': addressTypeCondition,
  'dst-address-type': addressTypeCondition,
  'src-address-list': addressListCondition,
  'dst-address-list': addressListCondition,
  ttl: ttlCondition,
  'hop-limit': ttlCondition,
  headers: unsaid,
  dscp: dscpCondition,
  tos: unsaid,
  'packet-size': packetSizeCondition,
  'tls-host': unsaid,
  'ipv4-options': unsaid,
  'dst-port': portCondition,
  'src-port': portCondition,
  port: portCondition,
  'tcp-flags': tcpFlagsCondition,
  'tcp-mss': tcpMssCondition,
  'icmp-options': icmpOptionsCondition,
  'ingress-priority': unsaid,
  priority: unsaid,
  'packet-mark': packetMarkCondition,
  'routing-mark': routingMarkCondition,
  'routing-table': unsaid,
  realm: unsaid,
  hotspot: unsaid,
  'connection-mark': connectionMarkCondition,
  'connection-state': connectionStateCondition,
  'connection-nat-state': connectionNatStateCondition,
  'connection-bytes': connectionBytesCondition,
  'connection-limit': connectionLimitCondition,
  'connection-rate': unsaid,
  'ipsec-policy': ipsecPolicyCondition,
  'connection-type': unsaid,
  content: unsaid,
  psd: unsaid,
  p2p: unsaid,
  'layer7-protocol': unsaid,
  time: timeCondition,
  random: randomCondition,
  nth: nthCondition,
  'per-connection-classifier': perConnectionClassifierCondition,
  limit: limitCondition,
  'dst-limit': dstLimitCondition,
};

/** One matcher of a rule in nft. */
export function matcherCondition<K extends MatcherKind>(
  context: LinuxContext,
  rule: FirewallRule,
  matcher: MatcherOf<K>,
): Condition {
  const make: MatcherCondition<K> = conditions[matcher.kind];
  return make(matcher, context, rule);
}
