import { type Direction, type PacketClass, packetsToOtherOwn, somePacketClasses } from '../prove/index.ts';
import {
  type Chooser,
  leavingOf,
  newState,
  type Packet,
  type Prepared,
  type Trace,
  walk,
} from '../walk/index.ts';

/** Kinds of packets that ended one way and now end another. */
export interface KindChange {
  readonly direction: Direction;
  /** How many kinds do, and the first of them. */
  readonly kinds: number;
  readonly packet: Packet;
  readonly before: Trace;
  readonly after: Trace;
}

/** What became of the kinds of packets. */
export interface Kinds {
  /** How many were sent through both. */
  readonly sent: number;
  readonly changed: readonly KindChange[];
  /** False: there are more kinds than were sent. */
  readonly complete: boolean;
}

/** More are not sent: a diff must answer while one waits. */
const most = 20_000;

/** Where what a packet carries or a rate decides, both ends of what can be are tried. */
const choosers: readonly (Chooser | undefined)[] = [undefined, (_, size) => size - 1];

/**
 * Sends one packet of every kind that the rules of either router tell apart through both: port forwards from outside and
 * from the LAN, the router's own questions, what is meant for the router, LAN to LAN. From the LAN to the Internet see
 * `moversBetween`.
 */
export function kindsBetween(before: Prepared, after: Prepared): Kinds {
  const all = kindsOf(before, after);
  const changed = new Map<string, KindChange>();
  for (const { direction, packet } of all.slice(0, most)) {
    const pair = firstDifference(before, after, packet);
    if (!pair) continue;
    const [was, is] = pair;
    const key = `${direction} ${endingKey(was)} ${endingKey(is)}`;
    const known = changed.get(key);
    const first = known ?? { direction, packet, before: was, after: is };
    changed.set(key, { ...first, kinds: (known?.kinds ?? 0) + 1 });
  }
  return { sent: Math.min(most, all.length), changed: [...changed.values()], complete: all.length <= most };
}

/** One more than are sent tells that there are more. */
function kindsOf(before: Prepared, after: Prepared): readonly PacketClass[] {
  const isWanted = (direction: Direction): boolean => direction !== 'lan-to-internet';
  const all = [before, after].flatMap(one => [
    ...somePacketClasses(one, most + 1, isWanted).classes,
    ...packetsToOtherOwn(one, most + 1).classes,
  ]);
  return [...new Map(all.map(one => [JSON.stringify(one), one])).values()];
}

function firstDifference(
  before: Prepared,
  after: Prepared,
  packet: Packet,
): readonly [Trace, Trace] | undefined {
  for (const choose of choosers) {
    const [was, is] = [sent(before, packet, choose), sent(after, packet, choose)];
    if (endingKey(was) !== endingKey(is)) return [was, is];
  }
  return undefined;
}

/** Equal for endings that are alike: by which rule or route does not count, nor the port that translation chose. */
function endingKey(trace: Trace): string {
  const { ending } = trace;
  const leaving = leavingOf(trace);
  if (!leaving) return 'type' in ending ? `${ending.kind} ${ending.type}` : ending.kind;
  const { kind, out, gateway, src, dst } = leaving;
  return [kind, out, gateway, src.address, dst.address, dst.port].join(' ');
}

function sent(prepared: Prepared, packet: Packet, choose: Chooser | undefined): Trace {
  const state = newState(2);
  state.choose = choose;
  return walk(prepared, state, packet);
}
