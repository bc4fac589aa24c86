import { type Aspect, type Matcher, matcherTraits } from '../../model/index.ts';
import { printIpv4, protocolName } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import type { Interner } from '../interner.ts';
import type { Observed } from '../observed.ts';

/** What the packet was where a matcher did not hold. */
export function observed({ kind }: Matcher, flight: Flight): Observed {
  const { reads } = matcherTraits[kind];
  return { reads, values: values[reads]?.(flight) ?? [] };
}

/** An empty text is none: no interface yet, no mark. No value at all: no connection, or nothing that could be shown. */
const values: Readonly<Partial<Record<Aspect, (flight: Flight) => readonly (string | number)[]>>> = {
  source: ({ src }) => [printIpv4(src)],
  destination: ({ dst }) => [printIpv4(dst)],
  'source-port': ({ srcPort }) => [srcPort],
  'destination-port': ({ dstPort }) => [dstPort],
  ports: ({ srcPort, dstPort }) => [srcPort, dstPort],
  protocol: ({ protocol }) => [protocolName(protocol)],
  'connection-state': ({ connectionState }) => [connectionState],
  in: flight => [interfaceName(flight.in, flight)],
  out: flight => [interfaceName(flight.out, flight)],
  'connection-mark': ({ connection, naming }) => markName(connection?.mark, naming.connectionMarks),
  'packet-mark': ({ packetMark, naming }) => markName(packetMark, naming.packetMarks),
  'routing-mark': ({ routingMark, naming }) => markName(routingMark, naming.routingMarks),
  'connection-nat-state': ({ connection }) => (connection ? [''] : []),
  'connection-bytes': ({ connection }) => (connection ? [connection.bytes] : []),
  ttl: ({ ttl }) => [ttl],
  dscp: ({ dscp }) => [dscp],
  size: ({ packet }) => [packet.size],
};

const interfaceName = (id: number, { naming }: Flight): string =>
  id === 0 ? '' : naming.interfaces.name(id);

function markName(mark: number | undefined, marks: Interner): string[] {
  if (mark === undefined) return [];
  return [mark === 0 ? '' : marks.name(mark)];
}
