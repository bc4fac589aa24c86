import type { ConnectionState, FirewallRule, Matcher } from '../model/index.ts';
import type { Connection } from './conntrack/connection.ts';
import type { Interner } from './interner.ts';
import type { Observed } from './observed.ts';
import { makePacket, type Packet } from './packet.ts';
import type { WalkState } from './state.ts';
import type { Ending, Step } from './trace.ts';

/** Which rules' failures are recorded: all of them or those that the predicate names. */
export type Watch = (rule: FirewallRule) => boolean;

/** What numbers in a flight are called. */
export interface Naming {
  readonly interfaces: Interner;
  readonly connectionMarks: Interner;
  readonly packetMarks: Interner;
  readonly routingMarks: Interner;
}

const nothing = makePacket({ src: 0, dst: 0 });

/** A packet under way: its header as it is now, and what the router knows of it. Reused from packet to packet. */
export class Flight {
  packet: Packet = nothing;
  src = 0;
  dst = 0;
  protocol = 0;
  srcPort = 0;
  dstPort = 0;
  ttl = 0;
  dscp = 0;
  mss = 0;
  /** Interfaces by number; 0: none. */
  in = 0;
  out = 0;
  /** Bridge port it came in by, where `in` is the bridge. */
  port = 0;
  gateway: number | undefined = undefined;
  packetMark = 0;
  routingMark = 0;
  /** Marked `main`, where that is a mark. */
  markedForMain = false;
  connection: Connection | undefined = undefined;
  isReply = false;
  /** An ICMP error about the connection, not a packet of it. */
  isRelated = false;
  connectionState: ConnectionState = 'invalid';
  /** Counts the packets. */
  serial = 0;
  /** Changes whenever the header changes, so that hashes are computed once. */
  stamp = 0;
  steps: Step[] = [];
  ending: Ending | undefined = undefined;
  state: WalkState;
  watch: Watch | undefined = undefined;

  readonly naming: Naming;

  constructor(state: WalkState, naming: Naming) {
    this.state = state;
    this.naming = naming;
  }

  /** Begins with a new packet. */
  start(packet: Packet, state: WalkState): void {
    this.serial++;
    this.packet = packet;
    this.src = packet.src;
    this.dst = packet.dst;
    this.protocol = packet.protocol;
    this.srcPort = packet.srcPort;
    this.dstPort = packet.dstPort;
    this.ttl = packet.ttl;
    this.dscp = packet.dscp;
    this.mss = packet.mss ?? 0;
    this.#forget();
    this.state = state;
  }

  #forget(): void {
    this.in = 0;
    this.out = 0;
    this.port = 0;
    this.gateway = undefined;
    this.packetMark = 0;
    this.routingMark = 0;
    this.markedForMain = false;
    this.connection = undefined;
    this.isReply = false;
    this.isRelated = false;
    this.connectionState = 'invalid';
    this.stamp++;
    this.steps = [];
    this.ending = undefined;
  }

  /** Records why a rule did not match, where somebody asked. */
  passOver(rule: FirewallRule, matcher: Matcher, observed: Observed): void {
    this.steps.push({ kind: 'passed-over', rule, matcher, observed });
  }
}

/** A condition on a packet under way. */
export type Test = (flight: Flight) => boolean;
