import { type SampleFlow, type SampleSize, sampleFlows, type Way, wayKey, wayOf } from '../spread/index.ts';
import {
  type Chooser,
  decisionsOf,
  explore,
  isOpen,
  leavingOf,
  newState,
  type Point,
  type PointView,
  type Prepared,
  reduce,
  type Trace,
  viewOf,
  walk,
} from '../walk/index.ts';

/** What a change does to a connection. */
type Fate = 'stays' | 'other-wan' | 'loses-nat' | 'is-dropped' | 'is-let-through' | 'other-way';

/** Connections that one way took before and another takes after. */
export interface Movement {
  readonly fate: Exclude<Fate, 'stays'>;
  readonly before: Way;
  readonly after: Way;
  readonly connections: number;
  /** The first of them. */
  readonly example: { readonly before: Trace; readonly after: Trace };
}

/** Who moves, of `connections`. */
export interface Movers {
  readonly connections: number;
  readonly stay: number;
  readonly movements: readonly Movement[];
  /** How many move at least and at most, whichever way open points go. */
  readonly moving: { readonly from: number; readonly to: number };
  /** The open points on which it depends. */
  readonly points: readonly PointView[];
  /** False: there are more ways for open points to go than were tried. */
  readonly complete: boolean;
}

/** How many ways for open points to go are tried. */
const scenarios = 64;

/**
 * Sends the same imagined connections through two routers (or one router in two states of the world), with the same
 * boot-time number, so that what moves is moved by the change alone. Open points go the same way in both.
 */
export function moversBetween(before: Prepared, after: Prepared, size: SampleSize): Movers {
  const flows = sampleFlows(before, size);
  const join = new JoinedPoints(before, after);
  const tried = explore(choose => movementsOf(before, after, flows, join, choose), {
    asks: number => join.isOpen(number),
    steady: true,
    limit: scenarios,
  });
  const tree = decisionsOf(tried);
  const counts = tried.outcomes.map(({ result }) => movedOf(result));
  const [movements = []] = tried.outcomes.map(({ result }) => result);
  const matters = tree ? [...reduce(tree, number => join.isOpen(number), movementsText).points] : [];
  return {
    connections: flows.length,
    stay: flows.length - (counts[0] ?? 0),
    movements,
    moving: { from: Math.min(...counts), to: Math.max(...counts) },
    points: matters.flatMap(number => join.viewOf(number)),
    complete: tried.complete,
  };
}

const movedOf = (movements: readonly Movement[]): number =>
  movements.reduce((sum, { connections }) => sum + connections, 0);

const movementsText = (movements: readonly Movement[]): string =>
  JSON.stringify(
    movements.map(({ fate, before, after, connections }) => [
      fate,
      wayKey(before),
      wayKey(after),
      connections,
    ]),
  );

function movementsOf(
  before: Prepared,
  after: Prepared,
  flows: readonly SampleFlow[],
  join: JoinedPoints,
  choose: Chooser,
): Movement[] {
  const [old, now] = [newState(flows.length + 1), newState(flows.length + 1)];
  old.choose = choose;
  now.choose = (point, ways, about) => choose(join.numberOf(point), ways, about);
  const movements = new Map<string, Movement>();
  for (const { packet } of flows) {
    note(movements, walk(before, old, packet), walk(after, now, packet));
  }
  return [...movements.values()].sort((a, b) => b.connections - a.connections);
}

/** Points of two routers as one row of numbers: what asks the same in both has the number of the first. */
class JoinedPoints {
  readonly #before: readonly Point[];
  readonly #after: readonly Point[];
  readonly #numbers: readonly number[];

  constructor(before: Prepared, after: Prepared) {
    this.#before = before.points;
    this.#after = after.points;
    const known = new Map(before.points.map((point, number) => [questionOf(point), number]));
    this.#numbers = after.points.map(
      (point, number) => known.get(questionOf(point)) ?? before.points.length + number,
    );
  }

  /** The joint number of a point of the second router. */
  numberOf(point: number): number {
    return this.#numbers[point] ?? point;
  }

  isOpen(number: number): boolean {
    const point = this.#pointOf(number);
    return point !== undefined && isOpen(point);
  }

  viewOf(number: number): PointView[] {
    const point = this.#pointOf(number);
    return point ? [viewOf(point)] : [];
  }

  #pointOf(number: number): Point | undefined {
    return this.#before[number] ?? this.#after[number - this.#before.length];
  }
}

/** What makes two points one: the same question asked in the same chain, wherever its rule stands. */
function questionOf(point: Point): string {
  const { what, kind } = viewOf(point);
  return `${kind} ${what} ${point.rule?.table ?? ''} ${point.rule?.chain ?? ''}`;
}

function note(movements: Map<string, Movement>, before: Trace, after: Trace): void {
  const fate = fateOf(before, after);
  if (fate === 'stays') return;
  const [from, to] = [wayOf(before), wayOf(after)];
  const key = `${fate} ${wayKey(from)} ${wayKey(to)}`;
  const known = movements.get(key);
  const connections = (known?.connections ?? 0) + 1;
  movements.set(key, {
    fate,
    before: from,
    after: to,
    connections,
    example: known?.example ?? { before, after },
  });
}

function fateOf(before: Trace, after: Trace): Fate {
  const [old, now] = [leavingOf(before), leavingOf(after)];
  if (old && !now) return 'is-dropped';
  if (!old && now) return 'is-let-through';
  if (!old || !now) return before.ending.kind === after.ending.kind ? 'stays' : 'other-way';
  if (isTranslated(before) && !isTranslated(after)) return 'loses-nat';
  if (old.out !== now.out) return 'other-wan';
  return old.kind === now.kind ? 'stays' : 'other-way';
}

const isTranslated = (trace: Trace): boolean => leavingOf(trace)?.src.address !== trace.packet.src;
