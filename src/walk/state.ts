import type { AskedBucket } from '../pcc/index.ts';
import type { Connection } from './conntrack/connection.ts';
import { ConnectionTable } from './conntrack/connection-table.ts';

/** How a question hangs together with others. */
export interface About {
  /** Questions of one exploration with the same text get the same answer; undefined: each gets its own. */
  readonly same?: string | undefined;
  /** It is about this packet: no later one asks the same. */
  readonly passing?: boolean | undefined;
  /** Probability of each answer; undefined: all alike. */
  readonly odds?: readonly number[] | undefined;
  /** Where a hash decides: what is hashed. */
  readonly hash?: Omit<AskedBucket, 'bucket'> | undefined;
  /** A bucket of each answer, where answers are not the buckets themselves. */
  readonly buckets?: readonly number[] | undefined;
}

/**
 * Decides what the configuration leaves open, or to hash, counters and chance (`Prepared.points`): a number below
 * `size`, or a negative one where nature shall take its course.
 */
export type Chooser = (point: number, size: number, about?: () => About) => number;

/** Tokens of one `limit` matcher, or of one key of `dst-limit`. */
export interface Bucketful {
  tokens: number;
  atMs: number;
}

/** What a router remembers from packet to packet. Mutable; one per imagined router. */
export interface WalkState {
  readonly connections: ConnectionTable;
  /** Counters of nth matchers, by point. */
  readonly counters: number[];
  readonly limits: (Bucketful | undefined)[];
  /** Connections that `connection-limit` matchers have counted, by point and network of sources. */
  readonly counted: (Map<number, Set<Connection>> | undefined)[];
  /** Buckets of `dst-limit` matchers, by point and key. */
  readonly keyed: (Map<string, Bucketful> | undefined)[];
  /** Entries that rules added to address lists: list number, then address, to the clock at which they go. */
  readonly added: Map<number, Map<number, number>>;
  /** ms; the caller moves it. */
  nowMs: number;
  /** State of the random generator of `random` matchers (xorshift32, never 0). */
  random: number;
  /** Undefined: hash, counters and chance decide everywhere. */
  choose: Chooser | undefined;
  /** Another seed for PCC than `WalkOptions.seed`. */
  seed: number | undefined;
}

/** A router that has seen nothing yet. `capacity`: connections it remembers. */
export function newState(capacity?: number): WalkState {
  return {
    connections: new ConnectionTable(capacity),
    counters: [],
    limits: [],
    counted: [],
    keyed: [],
    added: new Map(),
    nowMs: 0,
    random: 0x2545f491,
    choose: undefined,
    seed: undefined,
  };
}

/** What the state's chooser decides at a point, or -1. */
export function chosen({ choose }: WalkState, point: number, size: number, about?: () => About): number {
  return choose === undefined ? -1 : choose(point, size, about);
}

/** Next random number below `size`. */
export function draw(state: WalkState, size: number): number {
  let x = state.random;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  state.random = x;
  return (x >>> 0) % size;
}

/** Forgets connections, as `/ip firewall connection remove [find …]` would; gives how many. */
export function forget(state: WalkState, which: (connection: Connection) => boolean): number {
  const gone = state.connections.all().filter(which);
  for (const connection of gone) state.connections.delete(connection);
  return gone.length;
}

/** All that a later packet can tell from what the router remembers, as text; counters and buckets are not in it. */
export function memoryOf({ connections, added }: WalkState): string {
  const lists = [...added].map(([list, entries]) => [list, [...entries]]);
  return JSON.stringify([connections.all().map(seenOf), lists]);
}

/** What rules and hooks ask of a connection. */
function seenOf({ original, reply, ...rest }: Connection): unknown[] {
  const { mark, answered, tcp, decided, masqueradedFor, fastTracked, portDrawn, bytes, expires } = rest;
  return [
    original,
    reply,
    mark,
    answered,
    tcp,
    decided,
    masqueradedFor,
    fastTracked,
    portDrawn,
    bytes,
    expires,
  ];
}
