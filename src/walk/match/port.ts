import type { PortRange } from '../../net/index.ts';
import { carriesPorts } from '../../net/index.ts';

import type { Flight } from '../flight.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `dst-port=80,443`, `port=53` (either side). Packets without ports never match, not even with `!`. */
export const testPort: MatcherTest<'src-port' | 'dst-port' | 'port'> = (
  { kind, ports, negated },
  { protocol },
) => {
  if (protocol !== undefined && !carriesPorts(protocol)) return () => false;
  const holds = portTest(ports);
  const hasPorts = (flight: Flight) => carriesPorts(flight.protocol);
  if (kind === 'src-port') return f => hasPorts(f) && holds(f.srcPort) !== negated;
  if (kind === 'dst-port') return f => hasPorts(f) && holds(f.dstPort) !== negated;
  return f => hasPorts(f) && (holds(f.srcPort) || holds(f.dstPort)) !== negated;
};

function portTest(ports: readonly PortRange[]): (port: number) => boolean {
  const [first] = ports;
  if (ports.length === 1 && first) return port => port >= first.from && port <= first.to;
  return port => ports.some(({ from, to }) => port >= from && port <= to);
}
