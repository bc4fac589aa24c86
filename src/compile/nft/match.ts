import { assertNever, type FirewallRule, type Matcher } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { type Condition, test } from './condition.ts';
import { matchAddress, matchAddressList, matchAddressType } from './match-address.ts';
import { matchConnectionBytes, matchConnectionState, matchNatState } from './match-connection.ts';
import {
  matchDscp,
  matchFragment,
  matchIcmp,
  matchPacketSize,
  matchTcpFlags,
  matchTcpMss,
  matchTtl,
} from './match-header.ts';
import { matchInterface, matchInterfaceList } from './match-interface.ts';
import { matchIpsec } from './match-ipsec.ts';
import { matchMark } from './match-mark.ts';
import { matchConnectionLimit, matchDstLimit } from './match-meter.ts';
import { matchPcc } from './match-pcc.ts';
import { matchPort, matchProtocol } from './match-port.ts';
import { matchLimit, matchNth, matchRandom } from './match-rate.ts';
import { fixedProtocol, protocolOf } from './protocol.ts';

/** One matcher of a rule in nft. `rule` gives the protocol that port matchers refer to. */
export function matcherCondition(context: LinuxContext, rule: FirewallRule, matcher: Matcher): Condition {
  const { negated } = matcher;
  switch (matcher.kind) {
    case 'in-interface':
      return matchInterface('iifname', matcher.interface, negated);
    case 'out-interface':
      return matchInterface('oifname', matcher.interface, negated);
    case 'in-interface-list':
      return matchInterfaceList(context, 'iifname', matcher.list, negated);
    case 'out-interface-list':
      return matchInterfaceList(context, 'oifname', matcher.list, negated);
    case 'src-address':
      return matchAddress('ip saddr', matcher.address, negated);
    case 'dst-address':
      return matchAddress('ip daddr', matcher.address, negated);
    case 'src-address-list':
      return matchAddressList(context, 'ip saddr', matcher.list, negated);
    case 'dst-address-list':
      return matchAddressList(context, 'ip daddr', matcher.list, negated);
    case 'src-address-type':
      return matchAddressType('saddr', matcher.types, negated);
    case 'dst-address-type':
      return matchAddressType('daddr', matcher.types, negated);
    case 'src-mac-address':
      return test('ether saddr', matcher.mac.toLowerCase(), negated);
    case 'protocol':
      return matchProtocol(matcher.protocol, negated);
    case 'src-port':
    case 'dst-port':
    case 'port':
      return matchPort(matcher.kind, matcher.ports, protocolOf(rule), negated);
    case 'connection-mark':
    case 'packet-mark':
    case 'routing-mark':
      return matchMark(context, matcher.kind, matcher.mark, negated);
    case 'connection-state':
      return matchConnectionState(matcher.states, negated);
    case 'connection-nat-state':
      return matchNatState(matcher.states, negated);
    case 'connection-bytes':
      return matchConnectionBytes(matcher.from, matcher.to, negated);
    case 'per-connection-classifier': {
      const { fields, denominator, remainder } = matcher;
      return matchPcc(fields, denominator, remainder, context.options.seed, fixedProtocol(rule), negated);
    }
    case 'nth':
      return matchNth(matcher);
    case 'random':
      return matchRandom(matcher);
    case 'limit':
      return matchLimit(matcher);
    case 'tcp-flags':
      return matchTcpFlags(matcher);
    case 'tcp-mss':
      return matchTcpMss(matcher);
    case 'icmp-options':
      return matchIcmp(matcher);
    case 'dscp':
      return matchDscp(matcher);
    case 'ttl':
      return matchTtl(matcher);
    case 'packet-size':
      return matchPacketSize(matcher);
    case 'fragment':
      return matchFragment(matcher);
    case 'in-bridge-port':
    case 'out-bridge-port':
      return { refused: 'bridge ports are not visible to IP rules on Linux' };
    case 'unsupported':
      return matchOther(context, matcher.property, matcher.value, negated);
    default:
      return assertNever(matcher);
  }
}

/** Matchers that the model keeps as text, and nft can say all the same. */
function matchOther(context: LinuxContext, property: string, value: string, negated: boolean): Condition {
  if (property === 'ipsec-policy') return matchIpsec(context, value, negated);
  if (property === 'connection-limit') return matchConnectionLimit(context, value, negated);
  if (property === 'dst-limit') return matchDstLimit(context, value, negated);
  return { refused: `${property}=${value} has no counterpart in nftables` };
}
