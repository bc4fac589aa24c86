/** Each kind of matcher as a test of a packet: one file a kind that a walk decides; all others are `open`. */
import type { Matcher, MatcherKind, MatcherOf } from '../../model/index.ts';
import type { Test } from '../flight.ts';
import { testAddress } from './address.ts';
import { testAddressList } from './address-list.ts';
import { testAddressType } from './address-type.ts';
import { testBridgePort } from './bridge-port.ts';
import { testBridgePortList } from './bridge-port-list.ts';
import { testConnectionBytes } from './connection-bytes.ts';
import { testConnectionLimit } from './connection-limit.ts';
import { testConnectionMark } from './connection-mark.ts';
import { testConnectionNatState } from './connection-nat-state.ts';
import { testConnectionRate } from './connection-rate.ts';
import { testConnectionState } from './connection-state.ts';
import { testDscp } from './dscp.ts';
import { testDstLimit } from './dst-limit.ts';
import { testFragment } from './fragment.ts';
import { testHotspot } from './hotspot.ts';
import { testIcmpOptions } from './icmp-options.ts';
import { testInterface } from './interface.ts';
import { testInterfaceList } from './interface-list.ts';
import { testIpsecPolicy } from './ipsec-policy.ts';
import { testLimit } from './limit.ts';
import { testMacAddress } from './mac-address.ts';
import type { MatchContext, MatcherTest } from './matcher-test.ts';
import { testNth } from './nth.ts';
import { testOpen } from './open.ts';
import { testPacketMark } from './packet-mark.ts';
import { testPacketSize } from './packet-size.ts';
import { testPerConnectionClassifier } from './per-connection-classifier.ts';
import { testPort } from './port.ts';
import { testProtocol } from './protocol.ts';
import { testRandom } from './random.ts';
import { testRoutingMark } from './routing-mark.ts';
import { testTcpFlags } from './tcp-flags.ts';
import { testTcpMss } from './tcp-mss.ts';
import { testTime } from './time.ts';
import { testTtl } from './ttl.ts';

export type { MatchContext } from './matcher-test.ts';
export { observed } from './observed.ts';
export type { PccFamilies } from './pcc-families.ts';
export { familyOf } from './pcc-family.ts';
export { sharedOf } from './shared.ts';

const open = (matcher: Matcher, { setup }: MatchContext): Test => testOpen(setup, matcher);

const tests: { readonly [K in MatcherKind]: MatcherTest<K> } = {
  'in-interface': testInterface,
  'out-interface': testInterface,
  'in-interface-list': testInterfaceList,
  'out-interface-list': testInterfaceList,
  'in-bridge-port': testBridgePort,
  'in-bridge-port-list': testBridgePortList,
  'src-address': testAddress,
  'dst-address': testAddress,
  'src-address-list': testAddressList,
  'dst-address-list': testAddressList,
  'src-address-type': testAddressType,
  'dst-address-type': testAddressType,
  'src-mac-address': testMacAddress,
  protocol: testProtocol,
  'src-port': testPort,
  'dst-port': testPort,
  port: testPort,
  'connection-mark': testConnectionMark,
  'packet-mark': testPacketMark,
  'routing-mark': testRoutingMark,
  'connection-state': testConnectionState,
  'connection-nat-state': testConnectionNatState,
  'connection-bytes': testConnectionBytes,
  'per-connection-classifier': testPerConnectionClassifier,
  nth: testNth,
  random: testRandom,
  limit: testLimit,
  'tcp-flags': testTcpFlags,
  'tcp-mss': testTcpMss,
  'icmp-options': testIcmpOptions,
  dscp: testDscp,
  ttl: testTtl,
  'hop-limit': testTtl,
  'packet-size': testPacketSize,
  fragment: testFragment,
  // By which port of a bridge a packet will leave is not known before the bridge has looked.
  'out-bridge-port': open,
  'out-bridge-port-list': open,
  'connection-limit': testConnectionLimit,
  'connection-rate': testConnectionRate,
  'connection-type': open,
  content: open,
  'dst-limit': testDstLimit,
  headers: open,
  hotspot: testHotspot,
  'ingress-priority': open,
  'ipsec-policy': testIpsecPolicy,
  'ipv4-options': open,
  'layer7-protocol': open,
  p2p: open,
  priority: open,
  psd: open,
  realm: open,
  'routing-table': open,
  time: testTime,
  'tls-host': open,
  tos: open,
};

/** One matcher as a function of a packet. */
export function compileMatcher<K extends MatcherKind>(matcher: MatcherOf<K>, context: MatchContext): Test {
  const make: MatcherTest<K> = tests[matcher.kind];
  return make(matcher, context);
}
