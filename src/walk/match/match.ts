import { assertNever, type Matcher, membersOf } from '../../model/index.ts';
import { protocolNumber } from '../../net/index.ts';
import type { Flight, Test } from '../flight.ts';
import { markId, type Setup } from '../setup.ts';
import { testAddress, testAddressList, testAddressType } from './address.ts';
import { familyOf, type PccFamilies, testLimit, testNth, testPcc, testRandom } from './chance.ts';
import { testConnectionBytes, testConnectionMark, testConnectionState, testNatState } from './connection.ts';
import { testIcmp, testMss, testPort, testTcpFlags, testTtl } from './header.ts';

/** What matchers of one rule know of each other and of the whole router. */
export interface MatchContext {
  readonly setup: Setup;
  readonly families: PccFamilies;
  /** The protocol that the rule's own matcher fixes. */
  readonly protocol: number | undefined;
}

/** One matcher as a function of a packet. */
export function compileMatcher({ setup, families, protocol }: MatchContext, matcher: Matcher): Test {
  const { negated } = matcher;
  switch (matcher.kind) {
    case 'in-interface':
      return interfaceTest(setup, 'in', [matcher.interface], negated);
    case 'out-interface':
      return interfaceTest(setup, 'out', [matcher.interface], negated);
    case 'in-bridge-port':
      return interfaceTest(setup, 'port', [matcher.interface], negated);
    case 'out-bridge-port':
      // Which port of the bridge a packet will leave by is not known before the bridge has looked.
      return () => false;
    case 'in-interface-list':
      return listTest(setup, 'in', matcher.list, negated);
    case 'out-interface-list':
      return listTest(setup, 'out', matcher.list, negated);
    case 'src-address':
      return testAddress('src', matcher);
    case 'dst-address':
      return testAddress('dst', matcher);
    case 'src-address-list':
      return testAddressList(setup, 'src', matcher);
    case 'dst-address-list':
      return testAddressList(setup, 'dst', matcher);
    case 'src-address-type':
      return testAddressType(setup, 'src', matcher);
    case 'dst-address-type':
      return testAddressType(setup, 'dst', matcher);
    case 'src-mac-address':
      return macTest(matcher.mac, negated);
    case 'protocol':
      return protocolTest(matcher.protocol, negated);
    case 'src-port':
    case 'dst-port':
    case 'port':
      return testPort(matcher, protocol);
    case 'connection-mark':
      return testConnectionMark(markId(setup.connectionMarks, matcher.mark), negated);
    case 'packet-mark':
      return packetMarkTest(markId(setup.packetMarks, matcher.mark), negated);
    case 'routing-mark':
      return routingMarkTest(markId(setup.routingMarks, matcher.mark), negated);
    case 'connection-state':
      return testConnectionState(matcher);
    case 'connection-nat-state':
      return testNatState(matcher);
    case 'connection-bytes':
      return testConnectionBytes(matcher);
    case 'per-connection-classifier':
      return testPcc(familyOf(setup, families, matcher), matcher);
    case 'nth':
      return testNth(setup, matcher);
    case 'random':
      return testRandom(setup, matcher);
    case 'limit':
      return testLimit(setup, matcher);
    case 'tcp-flags':
      return testTcpFlags(matcher);
    case 'tcp-mss':
      return testMss(matcher);
    case 'icmp-options':
      return testIcmp(matcher);
    case 'dscp':
      return f => (f.dscp === matcher.dscp) !== negated;
    case 'ttl':
      return testTtl(matcher);
    case 'packet-size':
      return ({ packet: { size } }) => (size >= matcher.from && size <= matcher.to) !== negated;
    case 'fragment':
      return ({ packet }) => packet.fragment !== negated;
    case 'unsupported':
      // What we cannot see in a packet is taken not to hold; `assumptionsOf` says so.
      return () => false;
    default:
      return assertNever(matcher);
  }
}

function interfaceTest(
  { interfaces }: Setup,
  side: 'in' | 'out' | 'port',
  names: readonly string[],
  negated: boolean,
): Test {
  const ids = names.map(name => interfaces.id(name));
  const [only = -1] = ids;
  if (ids.length < 2) return flight => (flight[side] === only) !== negated;
  const set = new Set(ids);
  return flight => set.has(flight[side]) !== negated;
}

function listTest(setup: Setup, side: 'in' | 'out', list: string, negated: boolean): Test {
  if (list === 'all') return () => !negated;
  return interfaceTest(setup, side, membersOf(setup.router, list), negated);
}

function macTest(mac: string, negated: boolean): Test {
  const wanted = mac.toLowerCase();
  return ({ packet }: Flight) =>
    packet.mac !== undefined && (packet.mac.toLowerCase() === wanted) !== negated;
}

function protocolTest(protocol: string, negated: boolean): Test {
  const number = protocolNumber(protocol) ?? -1;
  return flight => (flight.protocol === number) !== negated;
}

const packetMarkTest = (mark: number, negated: boolean): Test => {
  return flight => (flight.packetMark === mark) !== negated;
};

const routingMarkTest = (mark: number, negated: boolean): Test => {
  return flight => (flight.routingMark === mark) !== negated;
};
