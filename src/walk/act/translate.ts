import type { FirewallRule } from '../../model/index.ts';
import type { PortRange } from '../../net/index.ts';
import { carriesPorts } from '../../net/index.ts';

import { type Connection, inverse, type Tuple } from '../conntrack/connection.ts';
import type { Flight } from '../flight.ts';

// Translation is decided once per connection and kept in its reply tuple, as in Linux: what the other end will
// answer to. Every packet is then rewritten from the tuple of the opposite direction.

/** A rule decides the connection's source. `address` undefined: only the port. */
export function translateSource(
  flight: Flight,
  rule: FirewallRule,
  address: number | undefined,
  ports?: PortRange,
): void {
  const { connection } = flight;
  if (!connection) return;
  connection.sourceRule = rule;
  const { reply } = connection;
  reply.dst = address ?? reply.dst;
  if (ports && carriesPorts(reply.protocol)) reply.dstPort = within(ports, reply.dstPort);
}

/** A rule decides the connection's destination. */
export function translateDestination(
  flight: Flight,
  rule: FirewallRule,
  address: number | undefined,
  ports?: PortRange,
): void {
  const { connection } = flight;
  if (!connection) return;
  connection.destinationRule = rule;
  const { reply } = connection;
  reply.src = address ?? reply.src;
  if (ports && carriesPorts(reply.protocol)) reply.srcPort = within(ports, reply.srcPort);
}

const within = ({ from, to }: PortRange, port: number): number => (port >= from && port <= to ? port : from);

/** Finds a free port where another connection already answers to this tuple (as nf_nat_core does). */
export function makeUnique(flight: Flight, connection: Connection): void {
  const { connections } = flight.state;
  const { reply } = connection;
  if (!carriesPorts(reply.protocol)) return;
  const wanted = reply.dstPort;
  for (let tries = 0; tries < 64_512 && connections.isTaken(reply); tries++) {
    connection.portDrawn = true;
    reply.dstPort = 1024 + ((wanted + tries - 1023) % 64_512);
  }
}

/** Rewrites the destination of a packet as its connection has it (prerouting, output). */
export function rewriteDestination(flight: Flight): void {
  const target = targetOf(flight);
  if (!target || (target.dst === flight.dst && samePort(flight, target.dstPort, flight.dstPort))) return;
  const from = { address: flight.dst, port: flight.dstPort };
  flight.dst = target.dst;
  if (carriesPorts(flight.protocol)) flight.dstPort = target.dstPort;
  note(flight, 'destination', from, { address: flight.dst, port: flight.dstPort });
}

/** Rewrites the source of a packet as its connection has it (postrouting, input). */
export function rewriteSource(flight: Flight): void {
  const target = targetOf(flight);
  if (!target || (target.src === flight.src && samePort(flight, target.srcPort, flight.srcPort))) return;
  const from = { address: flight.src, port: flight.srcPort };
  flight.src = target.src;
  if (carriesPorts(flight.protocol)) flight.srcPort = target.srcPort;
  note(flight, 'source', from, { address: flight.src, port: flight.srcPort });
}

type End = { readonly address: number; readonly port: number };

function note(flight: Flight, side: 'source' | 'destination', from: End, to: End): void {
  const { connection, isReply } = flight;
  flight.stamp++;
  // What is the source for the answer was the destination of the question.
  const bySource = (side === 'source') !== isReply;
  const rule = bySource ? connection?.sourceRule : connection?.destinationRule;
  flight.steps.push({ kind: 'translated', side, from, to, rule, first: connection?.confirmed === false });
}

/** What the packet looks like once both translations are done. */
function targetOf({ connection, isReply, isRelated, src, dst }: Flight): Tuple | undefined {
  if (!connection) return undefined;
  const target = inverse(isReply ? connection.original : connection.reply);
  if (!isRelated) return target;
  // An error comes from any router on the way: what the connection does not translate stays that router's own.
  const arriving = isReply ? connection.reply : connection.original;
  return {
    ...target,
    src: arriving.src === target.src ? src : target.src,
    dst: arriving.dst === target.dst ? dst : target.dst,
  };
}

function samePort({ protocol }: Flight, wanted: number, now: number): boolean {
  return !carriesPorts(protocol) || wanted === now;
}
