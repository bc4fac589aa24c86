import type { Router } from '../model/index.ts';
import { type Fault, type RibOptions, situationOf, type World } from '../rib/index.ts';
import { decisionsOf, reduce } from './decisions.ts';
import { explore } from './explore.ts';
import { answerTo, laterPacket, type Packet } from './packet.ts';
import { openAt, type PointView, viewOf } from './point.ts';
import { type Prepared, prepare, walk } from './prepare.ts';
import { endingText } from './say/ending.ts';
import type { WalkOptions } from './setup.ts';
import { type Chooser, forget, newState, type WalkState } from './state.ts';
import { leavingOf, type Trace } from './trace.ts';

/** One packet in the life of a connection. */
export interface Moment {
  readonly when: 'before' | 'during' | 'after';
  /** Which packet it is, as the beginning of a sentence: `The answer`. */
  readonly what: string;
  readonly trace: Trace;
  readonly prepared: Prepared;
}

export type FollowOptions = Omit<WalkOptions, 'dead'> & RibOptions;

/** The life of a connection, and the open points on which it depends. */
export interface Life {
  readonly moments: readonly Moment[];
  readonly points: readonly PointView[];
}

/** Follows a connection whichever way open points go: the ordinary one is told, and what would change it. */
export function followAll(
  router: Router,
  world: World,
  packet: Packet,
  fault: Fault,
  options: FollowOptions,
): Life {
  const { points } = preparedFor(router, world, [], options);
  const isOpenAt = openAt({ points });
  const ways = explore(choose => follow(router, world, packet, fault, options, choose), { asks: isOpenAt });
  const tree = decisionsOf(ways);
  const told = (moments: readonly Moment[]): string => moments.map(momentText).join('\n');
  const relevant = tree ? [...reduce(tree, isOpenAt, told).points] : [];
  return {
    moments: ways.outcomes[0]?.result ?? [],
    points: relevant.flatMap(number => points[number] ?? []).map(viewOf),
  };
}

/**
 * Follows one connection from its first packet and the answer to it, through the death of an uplink, to the uplink's
 * return: what becomes of its mark, its translation and its way.
 */
function follow(
  router: Router,
  world: World,
  packet: Packet,
  fault: Fault,
  options: FollowOptions,
  choose?: Chooser,
): Moment[] {
  const state = newState();
  state.choose = choose;
  const well = preparedFor(router, world, [], options);
  const ill = preparedFor(router, world, [fault], options);
  const before = begin(well, state, packet);
  state.nowMs += 1000;
  if (fault.kind === 'unplugged') disconnect(ill, state);
  const during = goOn(ill, state, packet, 'during');
  state.nowMs += 1000;
  return [...before, ...during, ...goOn(well, state, packet, 'after')];
}

function preparedFor(
  router: Router,
  world: World,
  faults: readonly Fault[],
  options: FollowOptions,
): Prepared {
  const { world: now, rib, dead } = situationOf(router, world, faults, options);
  return prepare(router, rib, now, { ...options, dead });
}

function begin(prepared: Prepared, state: WalkState, packet: Packet): Moment[] {
  const first = walk(prepared, state, packet);
  const moments: Moment[] = [{ when: 'before', what: 'The first packet', trace: first, prepared }];
  const left = leavingOf(first);
  if (!left) return moments;
  const sent = { ...first.packet, src: left.src.address, srcPort: left.src.port };
  const received = { ...sent, dst: left.dst.address, dstPort: left.dst.port };
  const answer = walk(prepared, state, answerTo(received, left.out));
  return [...moments, { when: 'before', what: 'The answer', trace: answer, prepared }];
}

/** Two packets: the first may be lost where the second is not. */
function goOn(prepared: Prepared, state: WalkState, packet: Packet, when: 'during' | 'after'): Moment[] {
  const next = laterPacket(packet);
  return ['The next packet', 'The one behind it'].map(what => ({
    when,
    what,
    trace: walk(prepared, state, next),
    prepared,
  }));
}

/**
 * RouterOS forgets what was masqueraded for interfaces that are disconnected
 * (docs/routeros.md#masquerade-and-route-changes).
 */
function disconnect({ setup, options }: Prepared, state: WalkState): void {
  const gone = new Set((options.dead ?? []).map(name => setup.interfaces.id(name)));
  if (setup.semantics.purgesMasquerade) forget(state, ({ masqueradedFor }) => gone.has(masqueradedFor));
}

/** What the other end makes of it, as a sentence; empty where nothing changed for it. */
export function consequence(moments: readonly Moment[]): string {
  const [first] = moments;
  const source = first && leavingOf(first.trace)?.src.address;
  const changed = moments.find(({ what, trace }) => {
    const left = leavingOf(trace);
    return what !== 'The answer' && left !== undefined && left.src.address !== source;
  });
  if (!first || !changed) return '';
  const tcp = first.trace.packet.protocol === 6;
  return tcp
    ? 'The server does not know the new source address: it answers with a reset, and the client must connect anew.'
    : 'The server sees another source address; without a session of its own it simply answers there.';
}

/** `The next packet leaves by …`. */
export function momentText({ what, trace, prepared }: Moment): string {
  return `${what} ${endingText(prepared, trace)}.`;
}
