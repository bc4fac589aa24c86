import { type Aspect, type Matcher, matcherTraits } from '../../model/index.ts';
import { printIpv4, protocolName } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import type { Interner } from '../interner.ts';

/** What the packet was instead, as the end of "did not match: …". */
export function observed({ kind }: Matcher, flight: Flight): string {
  return sentences[matcherTraits[kind].reads](flight);
}

const sentences: Readonly<Record<Aspect, (flight: Flight) => string>> = {
  source: ({ src }) => `its source is ${printIpv4(src)}`,
  destination: ({ dst }) => `its destination is ${printIpv4(dst)}`,
  'source-port': ({ srcPort }) => `its source port is ${srcPort}`,
  'destination-port': ({ dstPort }) => `its destination port is ${dstPort}`,
  ports: ({ srcPort, dstPort }) => `its ports are ${srcPort} and ${dstPort}`,
  protocol: ({ protocol }) => `it is ${protocolName(protocol)}`,
  'other-header': () => 'it is different there',
  mac: () => 'it is different there',
  'connection-state': ({ connectionState }) => `its connection is ${connectionState}`,
  in: flight =>
    flight.in === 0 ? 'the router made it' : `it came in by ${flight.naming.interfaces.name(flight.in)}`,
  out: flight =>
    flight.out === 0
      ? 'its way out is not known yet'
      : `it leaves by ${flight.naming.interfaces.name(flight.out)}`,
  'bridge-port': () => 'it is different there',
  'connection-mark': ({ connection, naming }) =>
    markText('its connection', connection?.mark, naming.connectionMarks),
  'packet-mark': ({ packetMark, naming }) => markText('it', packetMark, naming.packetMarks),
  'routing-mark': ({ routingMark, naming }) => markText('it', routingMark, naming.routingMarks),
  'connection-nat-state': ({ connection }) =>
    connection ? 'its connection is translated otherwise' : 'it belongs to no connection',
  'connection-bytes': ({ connection }) =>
    connection ? `its connection has carried ${connection.bytes} bytes` : 'it belongs to no connection',
  ttl: ({ ttl }) => `its TTL is ${ttl}`,
  dscp: ({ dscp }) => `its DSCP is ${dscp}`,
  size: ({ packet }) => `it has ${packet.size} bytes`,
  hash: () => 'its hash falls into another bucket',
  turn: () => 'it was not its turn',
  chance: () => 'chance decided otherwise',
  rate: () => 'the limit was used up',
  connections: () => 'how many connections there are cannot be seen in a packet header',
  moment: () => 'the time of day cannot be seen in a packet header',
  payload: () => 'what it carries cannot be seen in a packet header',
  host: () => 'that cannot be seen in a packet header',
};

function markText(who: string, mark: number | undefined, marks: Interner): string {
  if (mark === undefined) return 'it belongs to no connection';
  return mark === 0 ? `${who} has no mark` : `${who} is marked ${marks.name(mark)}`;
}
