import {
  answerOf,
  type Chooser,
  type Exploration,
  explore,
  laterPacket,
  newState,
  type Packet,
  type Prepared,
  type Trace,
  walk,
} from '../walk/index.ts';

/** The first packet of a connection, the answer to it, and the next packet from the same end. */
export interface Conversation {
  readonly first: Trace;
  /** Undefined where the first packet did not arrive anywhere. */
  readonly answer?: Trace | undefined;
  readonly later?: Trace | undefined;
}

/** All ways a conversation can go on a router that has seen nothing before. */
export function converseAll(prepared: Prepared, packet: Packet): Exploration<Conversation> {
  return explore(choose => converse(prepared, packet, choose));
}

/** One conversation. */
export function converse(prepared: Prepared, packet: Packet, choose: Chooser | undefined): Conversation {
  const state = newState(8);
  state.choose = choose;
  const first = walk(prepared, state, packet);
  const answer = answerOf(first);
  if (!answer) return { first };
  const back = walk(prepared, state, answer);
  return { first, answer: back, later: walk(prepared, state, laterPacket(packet)) };
}
