import { carriesPorts } from '../../net/index.ts';

import type { Flight } from '../flight.ts';
import type { Packet } from '../packet.ts';
import type { Setup } from '../setup.ts';
import { type Connection, icmpReplyBit, inverse, type Tuple } from './connection.ts';
import { lifetimeOf } from './lifetime.ts';
import { areValidTcpFlags, firstTcpState, nextTcpState } from './tcp-state.ts';

const queryTypes: Readonly<Record<number, number>> = { 8: 1, 13: 2, 15: 3, 17: 4 };
const answerTypes: Readonly<Record<number, number>> = { 0: 1, 14: 2, 16: 3, 18: 4 };
const errorTypes = [3, 4, 5, 11, 12];

/** Connection tracking: gives the packet its connection and its state. */
export function track(setup: Setup, flight: Flight): void {
  const { enabled, looseTcpTracking } = setup.router.settings.connectionTracking;
  if (flight.connectionState === 'untracked' || enabled === 'no') {
    flight.connectionState = 'untracked';
    return;
  }
  if (isError(flight.packet)) {
    trackError(flight);
    return;
  }
  trackPacket(flight, looseTcpTracking);
  if (flight.connection) count(setup, flight, flight.connection);
}

const isError = ({ protocol, icmpType }: Packet): boolean => protocol === 1 && errorTypes.includes(icmpType);

/** An ICMP error belongs to the connection of the packet that it quotes. */
function trackError(flight: Flight): void {
  const { quotes } = flight.packet;
  const tuple = quotes && tupleOf(quotes);
  if (!tuple) return;
  // The quoted packet was going the other way: its sender is who gets the error.
  const answering = inverse(tuple);
  const forward = flight.state.connections.byOriginal(answering);
  const connection = forward ?? flight.state.connections.byReply(answering);
  if (!connection) return;
  flight.connection = connection;
  flight.isReply = forward === undefined;
  flight.isRelated = true;
  flight.connectionState = 'related';
}

function trackPacket(flight: Flight, loose: boolean): void {
  const tuple = tupleOf(flight.packet);
  if (!tuple || (tuple.protocol === 6 && !areValidTcpFlags(flight.packet.tcpFlags))) return;
  const known = knownConnection(flight, tuple);
  if (known) meet(flight, known, tuple, loose);
  else begin(flight, tuple, loose);
}

/** The connection of a tuple, if it has not run out; sets `isReply`. */
function knownConnection(flight: Flight, tuple: Tuple): Connection | undefined {
  const { connections, nowMs } = flight.state;
  // A packet from an end to itself (LAND) is its own answer: Linux finds the answering direction first.
  const toItself = tuple.src === tuple.dst && tuple.srcPort === tuple.dstPort;
  const forward = toItself ? undefined : connections.byOriginal(tuple);
  const connection = forward ?? connections.byReply(tuple);
  if (!connection) return undefined;
  if (connection.expires <= nowMs) {
    connections.delete(connection);
    return undefined;
  }
  flight.isReply = forward === undefined;
  return connection;
}

function meet(flight: Flight, connection: Connection, tuple: Tuple, loose: boolean): void {
  if (tuple.protocol === 6) {
    const next = nextTcpState(connection.tcp, flight.packet.tcpFlags, flight.isReply);
    if (next === 'invalid') {
      flight.isReply = false;
      return;
    }
    if (next === 'reopen') {
      flight.state.connections.delete(connection);
      flight.isReply = false;
      begin(flight, tuple, loose);
      return;
    }
    connection.tcp = next;
  }
  if (flight.isReply) connection.answered = true;
  flight.connection = connection;
  flight.connectionState = connection.answered ? 'established' : 'new';
}

function begin(flight: Flight, tuple: Tuple, loose: boolean): void {
  const { packet, state } = flight;
  if (packet.protocol === 1 && queryTypes[packet.icmpType] === undefined) return;
  const tcp = packet.protocol === 6 ? firstTcpState(packet.tcpFlags, loose) : 'N';
  if (tcp === 'invalid') return;
  const connection = state.connections.create(tuple);
  connection.tcp = tcp;
  flight.connection = connection;
  flight.isReply = false;
  flight.connectionState = 'new';
}

function count({ lifetimes }: Setup, { packet, state }: Flight, connection: Connection): void {
  connection.bytes += packet.size;
  connection.expires = state.nowMs + lifetimeOf(lifetimes, connection);
}

/** What identifies the packet's direction; undefined for ICMP that is neither query nor answer. */
function tupleOf({ src, dst, protocol, srcPort, dstPort, icmpType, icmpId }: Packet): Tuple | undefined {
  if (carriesPorts(protocol)) return { src, dst, protocol, srcPort, dstPort };
  if (protocol !== 1) return { src, dst, protocol, srcPort: 0, dstPort: 0 };
  const query = queryTypes[icmpType];
  const answer = answerTypes[icmpType];
  // The kind of query goes above the id, so that an echo does not answer a timestamp request.
  const id = icmpId + (query ?? answer ?? 0) * 0x20000;
  if (query !== undefined) return { src, dst, protocol, srcPort: id, dstPort: id + icmpReplyBit };
  return answer === undefined ? undefined : { src, dst, protocol, srcPort: id + icmpReplyBit, dstPort: id };
}
