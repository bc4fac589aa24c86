import type { PortRange } from '../../../net/index.ts';
import { setOf } from '../condition.ts';
import { fixedProtocol, portKeyword, portProtocolSet } from '../protocol.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/**
 * `dst-port=80,443`, `port=53` (either side). RouterOS wants a protocol beside it; without one any protocol that has
 * ports counts.
 */
export const portCondition: MatcherCondition<'src-port' | 'dst-port' | 'port'> = (
  { kind, ports, negated },
  _,
  rule,
) => {
  const keyword = portKeyword(fixedProtocol(rule));
  const read = keyword ?? `meta l4proto ${portProtocolSet} th`;
  const side = (field: string, not: boolean) => `${field} ${not ? `!= ${otherThan(ports)}` : portSet(ports)}`;
  const bare = keyword ?? 'th';
  if (kind === 'src-port') return [side(`${read} sport`, negated)];
  if (kind === 'dst-port') return [side(`${read} dport`, negated)];
  if (negated) return [`${side(`${read} sport`, true)} ${side(`${bare} dport`, true)}`];
  return [side(`${read} sport`, false), `${side(`${read} sport`, true)} ${side(`${bare} dport`, false)}`];
};

/**
 * nft 1.0.6 joins two `!=` on neighbouring fields (`udp sport != 53 udp dport != 53`) into one comparison of both
 * together, which holds as soon as one port differs. It leaves ranges alone.
 */
const otherThan = (ports: readonly PortRange[]): string => {
  const [only] = ports;
  return only && ports.length === 1 ? `${only.from}-${only.to}` : portSet(ports);
};

const portSet = (ports: readonly PortRange[]): string =>
  setOf(ports.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)));
