import {
  type Chooser,
  decisionsOf,
  distinctPoints,
  explore,
  newState,
  openAt,
  type Pick,
  type PointView,
  type Prepared,
  reduce,
  viewOf,
  walk,
} from '../walk/index.ts';
import { generator, type SampleFlow, type SampleSize, sampleFlows } from './sample.ts';
import { type Way, wayKey, wayOf } from './way.ts';

/** Bounds of a share, 0..1. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

export interface ShareRange {
  readonly connections: Bounds;
  readonly bytes: Bounds;
}

/** What one way out gets. `margin`: half of the interval that holds 95 of 100 boots. All 0..1. */
export interface Share {
  /** Where it depends on open points: in which range the shares lie, whichever way they go. */
  readonly range?: ShareRange | undefined;
  readonly way: Way;
  readonly wan: boolean;
  readonly connections: number;
  readonly connectionsMargin: number;
  readonly bytes: number;
  readonly bytesMargin: number;
}

/** How traffic divides. */
export interface Spread {
  readonly shares: readonly Share[];
  readonly size: SampleSize;
  /** The open points on which it depends. */
  readonly points: readonly PointView[];
  /** False: there are more ways for open points to go than were tried. */
  readonly complete: boolean;
  /** Boots that were imagined: each draws its own number for PCC. */
  readonly boots: number;
}

const boots = 40;

/** How many ways for open points to go are tried. */
const scenarios = 64;

/**
 * Sends the same imagined connections through the router as it would be after each of many boots: the mean is what to
 * expect, the scatter is what chance does with so many clients and hosts. Open points go one way for all connections.
 */
export function spreadOf(prepared: Prepared, size: SampleSize): Spread {
  const flows = sampleFlows(prepared, size);
  const isOpenAt = openAt(prepared);
  const tried = explore(choose => divide(prepared, flows, 1, choose), {
    asks: isOpenAt,
    steady: true,
    limit: scenarios,
  });
  const tree = decisionsOf(tried);
  const points = tree ? [...reduce(tree, isOpenAt, amountsText).points] : [];
  const distinct = new Map(tried.outcomes.map(({ result, picks }) => [amountsText(result), picks] as const));
  const tries = bootsOf(distinct.size);
  const spreads = [...distinct.values()].map(picks => expected(prepared, flows, picks, tries));
  const [first = []] = spreads;
  return {
    shares: points.length === 0 ? first : ranged(spreads),
    points: points.flatMap(number => prepared.points[number] ?? []).map(viewOf),
    complete: tried.complete,
    size,
    boots: tries,
  };
}

/** Ranges over many answers need no scatter: each is tried with the same few seeds. */
const bootsOf = (answers: number): number => Math.min(boots, Math.max(4, Math.round((8 * boots) / answers)));

/** The same connections through a router in several states, of which nobody knows in which it is because of `points`. */
export function spreadOver(spreads: readonly [Spread, ...Spread[]], points: readonly PointView[]): Spread {
  const [first] = spreads;
  return {
    ...first,
    shares: points.length === 0 ? first.shares : ranged(spreads.map(({ shares }) => shares)),
    points: distinctPoints([...first.points, ...points]),
    complete: spreads.every(({ complete }) => complete),
  };
}

/** Do connections divide alike? */
export const divideAlike = (one: Spread, other: Spread): boolean => sharesText(one) === sharesText(other);

const sharesText = ({ shares }: Spread): string =>
  JSON.stringify(shares.map(({ way, connections, bytes }) => [wayKey(way), connections, bytes]).sort());

/** The shares where open points go as they were picked. */
function expected(
  prepared: Prepared,
  flows: readonly SampleFlow[],
  picks: readonly Pick[],
  tries: number,
): Share[] {
  const answers = new Map(picks.map(({ point, choice }) => [point, choice]));
  const choose = (point: number): number => answers.get(point) ?? -1;
  const random = generator(1);
  const runs = Array.from({ length: tries }, () => divide(prepared, flows, random(0xffffffff), choose));
  const wans = prepared.wans.map((out): Way => ({ kind: 'forwarded', out }));
  const seen = runs.flatMap(run => [...run.values()].map(({ way }) => way));
  const ways = new Map([...wans, ...seen].map(way => [wayKey(way), way]));
  return [...ways.values()].map(way => shareOf(prepared, way, runs));
}

/** The first shares, each with the range in which it lies. */
function ranged(spreads: readonly (readonly Share[])[]): Share[] {
  const ways = new Map(
    spreads
      .flat()
      .map(share => [wayKey(share.way), share])
      .reverse() as [string, Share][],
  );
  const order = [...new Set(spreads.flat().map(({ way }) => wayKey(way)))];
  return order.flatMap(key => {
    const share = ways.get(key);
    const all = spreads.map(shares => shares.find(({ way }) => wayKey(way) === key));
    const range = {
      connections: boundsOf(all.flatMap(one => endsOf(one?.range?.connections, one?.connections))),
      bytes: boundsOf(all.flatMap(one => endsOf(one?.range?.bytes, one?.bytes))),
    };
    return share ? [{ ...share, range }] : [];
  });
}

const endsOf = (range: Bounds | undefined, value = 0): number[] => (range ? [range.from, range.to] : [value]);

const boundsOf = (values: readonly number[]): Bounds => ({
  from: Math.min(...values),
  to: Math.max(...values),
});

const amountsText = (amounts: ReadonlyMap<string, Amount>): string => JSON.stringify([...amounts].sort());

interface Amount {
  readonly way: Way;
  connections: number;
  bytes: number;
}

function divide(
  prepared: Prepared,
  flows: readonly SampleFlow[],
  seed: number,
  choose: Chooser,
): Map<string, Amount> {
  const state = newState(flows.length + 1);
  state.seed = seed;
  state.choose = choose;
  const amounts = new Map<string, Amount>();
  const total = flows.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { packet, bytes } of flows) {
    const way = wayOf(walk(prepared, state, packet));
    const key = wayKey(way);
    const amount = amounts.get(key) ?? { way, connections: 0, bytes: 0 };
    amounts.set(key, amount);
    amount.connections += 1;
    amount.bytes += bytes;
  }
  // Counted whole, then divided: parts that are added up can come to more than all of it.
  for (const amount of amounts.values()) {
    amount.connections /= flows.length;
    amount.bytes /= total;
  }
  return amounts;
}

function shareOf({ wans }: Prepared, way: Way, runs: readonly ReadonlyMap<string, Amount>[]): Share {
  const key = wayKey(way);
  const connections = runs.map(run => run.get(key)?.connections ?? 0);
  const bytes = runs.map(run => run.get(key)?.bytes ?? 0);
  return {
    way,
    wan: way.kind === 'forwarded' && wans.includes(way.out ?? ''),
    connections: mean(connections),
    connectionsMargin: 1.96 * deviation(connections),
    bytes: mean(bytes),
    bytesMargin: 1.96 * deviation(bytes),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map(value => (value - middle) ** 2)));
}
