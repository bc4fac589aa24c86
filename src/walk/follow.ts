import type { Router } from '../model/index.ts';
import type { Fault, RibOptions, World } from '../rib/index.ts';
import { isAnsweredDirectly } from './answer.ts';
import { decisionsOf, reduce } from './decisions.ts';
import { settle } from './events/index.ts';
import { explore } from './explore.ts';
import { answerTo, laterPacket, type Packet } from './packet.ts';
import { openAt, type PointView, viewOf } from './point.ts';
import { type Prepared, prepare, walk } from './prepare.ts';
import { endingKey } from './say/ending.ts';
import { engineOf, type WalkOptions } from './setup.ts';
import { type Chooser, forget, newState, type WalkState } from './state.ts';
import { leavingOf, type Trace } from './trace.ts';

/** One packet in the life of a connection. */
export interface Moment {
  readonly when: 'before' | 'during' | 'after';
  /** Which packet it is; `second`: the one after the next. */
  readonly which: 'first' | 'answer' | 'next' | 'second';
  readonly trace: Trace;
  readonly prepared: Prepared;
}

export type FollowOptions = Omit<WalkOptions, 'dead'> & RibOptions;

/** The life of a connection, and the open points on which it depends. */
export interface Life {
  readonly moments: readonly Moment[];
  readonly points: readonly PointView[];
}

/** Follows a connection whichever way open points go: the ordinary life, and what would change it. */
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
  const key = (moments: readonly Moment[]): string =>
    moments.map(({ prepared, trace }) => endingKey(prepared, trace)).join('\n');
  const relevant = tree ? [...reduce(tree, isOpenAt, key).points] : [];
  return {
    moments: ways.outcomes[0]?.result ?? [],
    points: relevant.flatMap(number => points[number] ?? []).map(viewOf),
  };
}

/**
 * Follows one connection from its first packet and the answer to it, while a WAN goes down and comes back: what becomes of
 * its mark, its translation and its way.
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
  const now = settle(router, world, faults, { ...options, engine: engineOf(options.engine) });
  return prepare(now.router, now.rib, now.world, { ...options, dead: now.dead });
}

function begin(prepared: Prepared, state: WalkState, packet: Packet): Moment[] {
  const first = walk(prepared, state, packet);
  const moments: Moment[] = [{ when: 'before', which: 'first', trace: first, prepared }];
  const left = leavingOf(first);
  if (!left || isAnsweredDirectly(prepared, first)) return moments;
  const sent = { ...first.packet, src: left.src.address, srcPort: left.src.port };
  const received = { ...sent, dst: left.dst.address, dstPort: left.dst.port };
  const answer = walk(prepared, state, answerTo(received, left.out));
  return [...moments, { when: 'before', which: 'answer', trace: answer, prepared }];
}

/** Two packets: the first may be lost where the second is not. */
function goOn(prepared: Prepared, state: WalkState, packet: Packet, when: 'during' | 'after'): Moment[] {
  const next = laterPacket(packet);
  return (['next', 'second'] as const).map(which => ({
    when,
    which,
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
