import type { Router } from '../model/index.ts';
import { type Fault, type RibOptions, situationOf, type World } from '../rib/index.ts';
import { answerTo, laterPacket, type Packet } from './packet.ts';
import { type Prepared, prepare, walk } from './prepare.ts';
import { endingText } from './say/ending.ts';
import type { WalkOptions } from './setup.ts';
import { forget, newState, type WalkState } from './state.ts';
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

/**
 * Follows one connection from its first packet and the answer to it, through the death of an uplink, to the uplink's
 * return: what becomes of its mark, its translation and its way.
 */
export function follow(
  router: Router,
  world: World,
  packet: Packet,
  fault: Fault,
  options: FollowOptions,
): Moment[] {
  const state = newState();
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

/** RouterOS forgets what was masqueraded for interfaces that are disconnected (routeros.md section 2.6). */
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
