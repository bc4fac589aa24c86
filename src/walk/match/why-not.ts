import type { Matcher } from '../../model/index.ts';
import { printIpv4, protocolName } from '../../net/index.ts';
import type { Flight } from '../flight.ts';
import type { Interner } from '../interner.ts';

/** What the packet was instead, as the end of "did not match: …". */
export function observed(matcher: Matcher, flight: Flight): string {
  switch (matcher.kind) {
    case 'src-address':
    case 'src-address-list':
    case 'src-address-type':
      return `its source is ${printIpv4(flight.src)}`;
    case 'dst-address':
    case 'dst-address-list':
    case 'dst-address-type':
      return `its destination is ${printIpv4(flight.dst)}`;
    case 'src-port':
      return `its source port is ${flight.srcPort}`;
    case 'dst-port':
      return `its destination port is ${flight.dstPort}`;
    case 'port':
      return `its ports are ${flight.srcPort} and ${flight.dstPort}`;
    case 'protocol':
    case 'tcp-flags':
    case 'icmp-options':
      return `it is ${protocolName(flight.protocol)}`;
    case 'connection-state':
      return `its connection is ${flight.connectionState}`;
    case 'in-interface':
    case 'in-interface-list':
      return flight.in === 0
        ? 'the router made it'
        : `it came in by ${flight.naming.interfaces.name(flight.in)}`;
    case 'out-interface':
    case 'out-interface-list':
      return flight.out === 0
        ? 'its way out is not known yet'
        : `it leaves by ${flight.naming.interfaces.name(flight.out)}`;
    case 'connection-mark':
      return markText('its connection', flight.connection?.mark, flight.naming.connectionMarks);
    case 'packet-mark':
      return markText('it', flight.packetMark, flight.naming.packetMarks);
    case 'routing-mark':
      return markText('it', flight.routingMark, flight.naming.routingMarks);
    case 'connection-nat-state':
      return flight.connection ? 'its connection is translated otherwise' : 'it belongs to no connection';
    case 'ttl':
      return `its TTL is ${flight.ttl}`;
    case 'dscp':
      return `its DSCP is ${flight.dscp}`;
    case 'packet-size':
      return `it has ${flight.packet.size} bytes`;
    case 'per-connection-classifier':
      return 'its hash falls into another bucket';
    case 'nth':
      return 'it was not its turn';
    case 'random':
      return 'chance decided otherwise';
    case 'limit':
      return 'the limit was used up';
    case 'unsupported':
      return `${matcher.property} cannot be seen in a packet header`;
    default:
      return 'it is different there';
  }
}

function markText(who: string, mark: number | undefined, marks: Interner): string {
  if (mark === undefined) return 'it belongs to no connection';
  return mark === 0 ? `${who} has no mark` : `${who} is marked ${marks.name(mark)}`;
}
