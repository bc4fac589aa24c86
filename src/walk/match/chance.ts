import type { Matcher } from '../../model/index.ts';
import { pccBucket } from '../../pcc/index.ts';
import type { Flight, Test } from '../flight.ts';
import { addPoint, type Setup } from '../setup.ts';
import { chosen, draw, type WalkState } from '../state.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;
type Pcc = Of<'per-connection-classifier'>;

/** All rules of one kind and denominator ask for the same bucket: it is computed once per packet. */
export class PccFamily {
  readonly fields: Pcc['fields'];
  readonly denominator: number;
  readonly #setup: Setup;
  readonly #point: number;
  #stamp = -1;
  #bucket = 0;

  constructor(setup: Setup, { fields, denominator }: Pcc) {
    this.fields = fields;
    this.denominator = denominator;
    this.#setup = setup;
    this.#point = addPoint(setup, { kind: 'pcc', name: `${fields}:${denominator}` });
  }

  bucketOf(flight: Flight): number {
    if (flight.stamp === this.#stamp) return this.#bucket;
    this.#stamp = flight.stamp;
    const { options, semantics } = this.#setup;
    const choice = chosen(flight.state, this.#point, this.denominator);
    this.#bucket =
      choice >= 0
        ? choice
        : pccBucket(semantics, this.fields, this.denominator, flight, flight.state.seed ?? options.seed);
    return this.#bucket;
  }
}

/** The family of each kind and denominator. */
export type PccFamilies = Map<string, PccFamily>;

export function familyOf(setup: Setup, families: PccFamilies, matcher: Pcc): PccFamily {
  const key = `${matcher.fields}:${matcher.denominator}`;
  const family = families.get(key) ?? new PccFamily(setup, matcher);
  families.set(key, family);
  return family;
}

/** `per-connection-classifier=both-addresses:3/0`; a remainder that no hash has never matches (routeros.md section 1.1). */
export function testPcc(family: PccFamily, { remainder, denominator, negated }: Pcc): Test {
  if (remainder >= denominator) return () => negated;
  return flight => (family.bucketOf(flight) === remainder) !== negated;
}

/** `nth=3,1`: a counter of this rule, packet 1 is the first of every three. */
export function testNth(setup: Setup, { every, packet, negated }: Of<'nth'>): Test {
  if (packet < 1 || packet > every) return () => negated;
  const point = addPoint(setup, { kind: 'nth', name: `nth ${every},${packet}` });
  return ({ state }) => (turn(state, point, every) === packet - 1) !== negated;
}

function turn(state: WalkState, point: number, every: number): number {
  const choice = chosen(state, point, every);
  if (choice >= 0) return choice;
  const count = state.counters[point] ?? 0;
  state.counters[point] = (count + 1) % every;
  return count;
}

/** `random=30`: of 100. */
export function testRandom(setup: Setup, { percent, negated }: Of<'random'>): Test {
  const point = addPoint(setup, { kind: 'random', name: `random ${percent}` });
  const hits = (state: WalkState): boolean => {
    const choice = chosen(state, point, 2);
    return choice >= 0 ? choice === 0 : draw(state, 100) < percent;
  };
  return ({ state }) => hits(state) !== negated;
}

/** `limit=5/1s,5`: a token bucket that starts full; it holds while tokens last. */
export function testLimit(setup: Setup, limit: Of<'limit'>): Test {
  const point = addPoint(setup, { kind: 'limit', name: `limit ${limit.count}/${limit.perMs}ms` });
  const perMs = limit.count / limit.perMs;
  const depth = limit.mode === 'packet' ? Math.max(1, limit.burst) : limit.count + limit.burst;
  const holds = ({ state, packet }: Flight): boolean => {
    const choice = chosen(state, point, 2);
    if (choice >= 0) return choice === 0;
    return spend(state, point, limit.mode === 'packet' ? 1 : packet.size * 8, perMs, depth);
  };
  return flight => holds(flight) !== limit.negated;
}

function spend(state: WalkState, point: number, cost: number, perMs: number, depth: number): boolean {
  const full = state.limits[point] ?? { tokens: depth, atMs: state.nowMs };
  state.limits[point] = full;
  full.tokens = Math.min(depth, full.tokens + (state.nowMs - full.atMs) * perMs);
  full.atMs = state.nowMs;
  if (full.tokens < cost) return false;
  full.tokens -= cost;
  return true;
}
