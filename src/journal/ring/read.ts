import { type Cell, emptyCell } from './cell.ts';
import { cellOfRow, decodeHeader, decodeName, indexOfRow } from './encode.ts';
import {
  cellSize,
  headerSize,
  nameOffset,
  nameSize,
  rowHead,
  rowOffset,
  rowSize,
  type Shape,
  type Tier,
} from './layout.ts';
import type { RingPort } from './port.ts';

/** Measurements of one stretch of time, whose begin is `timeS` (Unix time, s). */
export interface Point extends Cell {
  readonly timeS: number;
}

/** A file that is read: by anybody, also while it is written. */
export interface RingReader {
  readonly shape: Shape;
  /** By their place in rows; undefined: a place without a name. */
  readonly names: readonly (string | undefined)[];
  /** Whole rows of a tier between two times (the last not included), oldest first. */
  rows(
    tier: number,
    fromS: number,
    untilS: number,
  ): Iterable<{ readonly index: number; readonly row: Uint8Array }>;
  /**
   * Of each series what was measured between two times, by the finest tier that reaches back to the first, and has no more than
   * `most` rows in that time.
   */
  points(
    names: readonly string[],
    fromS: number,
    untilS: number,
    most?: number,
  ): ReadonlyMap<string, readonly Point[]>;
  /** How far apart such points are, s. */
  stepFor(fromS: number, untilS: number, most?: number): number;
  /** The same as one: least, mean and most of all that time. */
  summaries(names: readonly string[], fromS: number, untilS: number): ReadonlyMap<string, Cell>;
}

/** Undefined: it is no such file. */
export function readRing(
  port: Pick<RingPort, 'read'>,
  nowS: () => number = unixTime,
): RingReader | undefined {
  const shape = decodeHeader(port.read(0, headerSize));
  if (!shape) return undefined;
  const names = Array.from({ length: shape.capacity }, (_, series) =>
    decodeName(port.read(nameOffset(series), nameSize)),
  );
  const rows = (tier: number, fromS: number, untilS: number) => wholeRows(port, shape, tier, [fromS, untilS]);
  return {
    shape,
    names,
    rows,
    points(wanted, fromS, untilS, most = mostRows) {
      const tier = tierFor(shape, [fromS, untilS], nowS(), most);
      const stepS = shape.tiers[tier]?.stepS ?? 1;
      const places = wanted.map(name => names.indexOf(name));
      const found = wanted.map((): Point[] => []);
      for (const { index, row } of rows(tier, fromS, untilS)) {
        for (const [i, series] of places.entries()) {
          const cell = series < 0 ? emptyCell : cellOfRow(row, series);
          if (cell.n > 0) found[i]?.push({ timeS: index * stepS, ...cell });
        }
      }
      return new Map(wanted.map((name, i) => [name, found[i] ?? []]));
    },
    stepFor: (fromS, untilS, most = mostRows) =>
      shape.tiers[tierFor(shape, [fromS, untilS], nowS(), most)]?.stepS ?? 1,
    summaries(wanted, fromS, untilS) {
      const tier = tierFor(shape, [fromS, untilS], nowS(), mostRows);
      const sums = summing(wanted.map(name => names.indexOf(name)));
      for (const { row } of rows(tier, fromS, untilS)) sums.add(row);
      return new Map(wanted.map((name, i) => [name, sums.of(i)]));
    },
  };
}

export const unixTime = (): number => Math.floor(Date.now() / 1000);

/** Rows of a time that passes the end of the tier are fewer than asked for: the tier above is better then. */
const mostRows = 100_000;

function tierFor(
  { tiers }: Shape,
  [fromS, untilS]: readonly [number, number],
  nowS: number,
  most: number,
): number {
  const fits = ({ stepS, rows }: Tier): boolean =>
    fromS >= nowS - stepS * rows && (untilS - fromS) / stepS <= most;
  const found = tiers.findIndex(fits);
  return found < 0 ? tiers.length - 1 : found;
}

/** So many rows are read at once. */
const batch = 1024;

function* wholeRows(
  port: Pick<RingPort, 'read'>,
  shape: Shape,
  tier: number,
  [fromS, untilS]: readonly [number, number],
): Iterable<{ readonly index: number; readonly row: Uint8Array }> {
  const { stepS, rows } = shape.tiers[tier] ?? { stepS: 1, rows: 1 };
  const size = rowSize(shape);
  const last = Math.ceil(untilS / stepS);
  let index = Math.max(Math.floor(fromS / stepS), last - rows);
  while (index < last) {
    const count = Math.min(batch, last - index, rows - (index % rows));
    const bytes = port.read(rowOffset(shape, tier, index), count * size);
    for (let i = 0; i < count && (i + 1) * size <= bytes.length; i++) {
      const row = bytes.subarray(i * size, (i + 1) * size);
      if (indexOfRow(row) === index + i) yield { index: index + i, row };
    }
    index += count;
  }
}

/** Adds up rows: a month of minutes has two million cells, for which objects take too long. */
function summing(places: readonly number[]) {
  const count = places.length;
  const [least, total, most, counts] = [
    new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    new Float64Array(count),
    new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    new Float64Array(count),
  ];
  return {
    add(row: Uint8Array): void {
      const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
      for (let i = 0; i < count; i++) {
        const series = places[i] ?? -1;
        const at = rowHead + series * cellSize;
        const n = series < 0 ? 0 : view.getFloat32(at + 12, true);
        if (n === 0) continue;
        least[i] = Math.min(least[i] ?? 0, view.getFloat32(at, true));
        total[i] = (total[i] ?? 0) + view.getFloat32(at + 4, true) * n;
        most[i] = Math.max(most[i] ?? 0, view.getFloat32(at + 8, true));
        counts[i] = (counts[i] ?? 0) + n;
      }
    },
    of(i: number): Cell {
      const n = counts[i] ?? 0;
      return n === 0 ? emptyCell : { min: least[i] ?? 0, avg: (total[i] ?? 0) / n, max: most[i] ?? 0, n };
    },
  };
}
