import type { Matcher } from '../../model/index.ts';
import type { PortRange } from '../../net/index.ts';
import { carriesPorts } from '../../pcc/index.ts';
import type { Flight, Test } from '../flight.ts';
import { tcpFlagBits } from '../packet.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;

const never: Test = () => false;

/** `dst-port=80,443`, `port=53` (either side). Packets without ports never match, not even with `!`. */
export function testPort(
  { kind, ports, negated }: Of<'src-port' | 'dst-port' | 'port'>,
  protocol: number | undefined,
): Test {
  if (protocol !== undefined && !carriesPorts(protocol)) return never;
  const holds = portTest(ports);
  const hasPorts = (flight: Flight) => carriesPorts(flight.protocol);
  if (kind === 'src-port') return f => hasPorts(f) && holds(f.srcPort) !== negated;
  if (kind === 'dst-port') return f => hasPorts(f) && holds(f.dstPort) !== negated;
  return f => hasPorts(f) && (holds(f.srcPort) || holds(f.dstPort)) !== negated;
}

function portTest(ports: readonly PortRange[]): (port: number) => boolean {
  const [first] = ports;
  if (ports.length === 1 && first) return port => port >= first.from && port <= first.to;
  return port => ports.some(({ from, to }) => port >= from && port <= to);
}

/** `tcp-flags=syn,!ack`: these set and those clear. */
export function testTcpFlags({ set, clear, negated }: Of<'tcp-flags'>): Test {
  const wanted = set.reduce((bits, flag) => bits | tcpFlagBits[flag], 0);
  const looked = clear.reduce((bits, flag) => bits | tcpFlagBits[flag], wanted);
  return f => f.protocol === 6 && ((f.packet.tcpFlags & looked) === wanted) !== negated;
}

/** `tcp-mss=0-1400`; only where the option is there. */
export function testMss({ from, to, negated }: Of<'tcp-mss'>): Test {
  return f => f.protocol === 6 && f.mss > 0 && (f.mss >= from && f.mss <= to) !== negated;
}

/** `icmp-options=8:0`; `!` still means an ICMP packet. */
export function testIcmp({ type, codeFrom, codeTo, negated }: Of<'icmp-options'>): Test {
  const [from, to] = codeFrom === undefined ? [0, 255] : [codeFrom, codeTo ?? codeFrom];
  const holds = ({ icmpType, icmpCode }: Flight['packet']) =>
    icmpType === type && icmpCode >= from && icmpCode <= to;
  return f => f.protocol === 1 && holds(f.packet) !== negated;
}

/** `ttl=less-than:5`. */
export function testTtl({ op, ttl, negated }: Of<'ttl'>): Test {
  switch (op) {
    case 'equal':
      return f => (f.ttl === ttl) !== negated;
    case 'not-equal':
      return f => (f.ttl !== ttl) !== negated;
    case 'greater-than':
      return f => f.ttl > ttl !== negated;
    case 'less-than':
      return f => f.ttl < ttl !== negated;
  }
}
