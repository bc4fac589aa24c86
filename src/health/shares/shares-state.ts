import { type LineKnown, unknownLine } from './line-capacity.ts';

/** A line and its weight in the configuration, any number. */
export interface StatedWeight {
  readonly line: string;
  readonly weight: number;
  /** What it can receive as whoever pays for it says, bit/s. */
  readonly limitBps?: number | undefined;
}

export interface SharesOptions {
  /** Weights follow what lines deliver. */
  readonly isAdaptive: boolean;
  /** New connections avoid lines that are full while others are not. */
  readonly spills: boolean;
}

export interface SharesState {
  readonly stated: readonly StatedWeight[];
  readonly options: SharesOptions;
  readonly lines: Readonly<Record<string, LineKnown>>;
  /** bit/s of one unit of the stated weights; undefined: no line has been full yet. */
  readonly scale?: number | undefined;
  /** In force: parts of 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export function startShares(stated: readonly StatedWeight[], options: SharesOptions): SharesState {
  const lines = Object.fromEntries(stated.map(({ line }) => [line, unknownLine]));
  return { stated, options, lines, scale: scaleOf(stated), shares: statedShares(stated), seconds: 0 };
}

/** Where the rates of all lines are said, a unit of weight is a bit per second. */
const scaleOf = (stated: readonly StatedWeight[]): number | undefined => (areRates(stated) ? 1 : undefined);

export const areRates = (stated: readonly StatedWeight[]): boolean =>
  stated.length > 0 && stated.every(({ limitBps }) => limitBps !== undefined);

const statedShares = (stated: readonly StatedWeight[]): SharesState['shares'] =>
  partsOf(stated.map(({ line, weight }) => [line, weight]));

/** What is believed of a line: what was measured, or what the configuration says. */
export function believedBps(
  { stated, scale = 1 }: SharesState,
  line: string,
  known: LineKnown | undefined,
): number {
  const own = stated.find(one => one.line === line);
  const said = areRates(stated) ? own?.limitBps : own?.weight;
  return known?.capacityBps ?? (said ?? 0) * scale;
}

/** As parts of 1. */
export function partsOf(amounts: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  const total = amounts.reduce((sum, [, amount]) => sum + amount, 0);
  return Object.fromEntries(amounts.map(([line, amount]) => [line, total > 0 ? amount / total : 0]));
}

/** Another configuration: what is known of a line holds as long as the same is said of it. */
export function restated(before: SharesState, stated: readonly StatedWeight[]): SharesState {
  const same = stated.filter(one => isSaidOf(before, one)).map(({ line }) => line);
  const fresh = startShares(stated, before.options);
  const known = same.map(line => [line, before.lines[line] ?? unknownLine] as const);
  return {
    ...fresh,
    lines: { ...fresh.lines, ...Object.fromEntries(known) },
    scale: fresh.scale ?? (same.length > 0 ? before.scale : undefined),
  };
}

const isSaidOf = ({ stated }: SharesState, { line, weight, limitBps }: StatedWeight): boolean =>
  stated.some(
    one =>
      one.line === line && one.limitBps === limitBps && (limitBps !== undefined || one.weight === weight),
  );

/** What is worth to be kept for the next start. */
export interface SharesMemory extends Pick<SharesState, 'stated' | 'options' | 'scale'> {
  /** What was measured of lines, bit/s. */
  readonly capacities: Readonly<Record<string, number>>;
  /** Shortest round trips, ms: a line that is full all the time shows none. */
  readonly shortest?: Readonly<Record<string, number>> | undefined;
}

export function memoryOfShares({ stated, options, scale, lines }: SharesState): SharesMemory {
  const capacities = Object.entries(lines).flatMap(([line, { capacityBps }]) =>
    capacityBps === undefined ? [] : [[line, capacityBps] as const],
  );
  const shortest = Object.entries(lines).flatMap(([line, known]) => {
    const ms = known.shortest[0]?.ms;
    return ms === undefined ? [] : [[line, ms] as const];
  });
  return {
    ...{ stated, options, scale, capacities: Object.fromEntries(capacities) },
    shortest: Object.fromEntries(shortest),
  };
}

export function sharesFromMemory({
  stated,
  options,
  scale,
  capacities,
  shortest = {},
}: SharesMemory): SharesState {
  const fresh = startShares(stated, options);
  const lines = Object.keys(fresh.lines).map(line => {
    const ms = shortest[line];
    const trips = ms === undefined ? [] : [{ at: 0, ms }];
    return [line, { ...unknownLine, shortest: trips, capacityBps: capacities[line] }] as const;
  });
  return { ...fresh, scale, lines: Object.fromEntries(lines) };
}
