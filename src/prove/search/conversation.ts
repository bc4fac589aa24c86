import {
  answerOf,
  type Chooser,
  type Exploration,
  explore,
  laterPacket,
  memoryOf,
  met,
  newState,
  type Packet,
  type Prepared,
  type Seen,
  type Trace,
  type WalkState,
  type Watch,
  walk,
} from '../../walk/index.ts';
import type { WaysLimit } from './ways-limit.ts';

/** The first packet of a connection, the answer to it, and the next packet from the same end. */
export interface Conversation {
  readonly first: Trace;
  /** Undefined where the first packet did not arrive anywhere, or is answered past the router. */
  readonly answer?: Trace | undefined;
  readonly later?: Trace | undefined;
}

/** All ways a conversation can go on a router that has seen nothing before. */
export function converseAll(
  prepared: Prepared,
  packet: Packet,
  { watchOf, limit }: ConverseOptions = {},
): Exploration<Conversation> {
  const walked = explore(
    (choose, seen) => converse(prepared, packet, choose, seen, watchOf),
    limit && { limit: limit.now },
  );
  return limit?.noted(walked) ?? walked;
}

interface ConverseOptions {
  readonly watchOf?: WatchOf | undefined;
  /** How many ways are walked, where many packets are. */
  readonly limit?: WaysLimit | undefined;
}

/** Who watches the rules that do not match a packet of the conversation. */
type WatchOf = (packet: Packet) => Watch;

/** One conversation; `met` where another one went on from the same state. */
function converse(
  prepared: Prepared,
  packet: Packet,
  choose: Chooser,
  seen: Seen,
  watchOf?: WatchOf,
): Conversation | typeof met {
  const state = newState(8);
  state.choose = choose;
  const first = walk(prepared, state, packet, watchOf?.(packet));
  const answer = answerOf(prepared, first);
  if (!answer) return { first };
  if (seen(() => placeText(state, first))) return met;
  const back = walk(prepared, state, answer, watchOf?.(answer));
  if (seen(() => placeText(state, first, back))) return met;
  const next = laterPacket(packet);
  return { first, answer: back, later: walk(prepared, state, next, watchOf?.(next)) };
}

/** What has become of the packets so far, and what the router remembers of them. */
const placeText = (state: WalkState, ...walked: readonly Trace[]): string =>
  [...walked.map(endText), memoryOf(state)].join(' ');

/** How a packet ended, with all that is judged of it. Rules are named by their place. */
const endText = ({ ending }: Trace): string =>
  JSON.stringify(ending, (key, value: unknown) =>
    key === 'matchers' || key === 'action' ? undefined : value,
  );
