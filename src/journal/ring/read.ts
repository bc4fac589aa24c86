import { type Cell, emptyCell } from './cell.ts';
import { cellOfRow, decodeHeader, decodeName, indexOfRow } from './encode.ts';
import { headerSize, nameOffset, nameSize, rowOffset, rowSize, type Shape, type Tier } from './layout.ts';
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
  /** Of each series what was measured between two times, by the finest tier that reaches back to the first. */
  points(names: readonly string[], fromS: number, untilS: number): ReadonlyMap<string, readonly Point[]>;
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
    points(wanted, fromS, untilS) {
      const tier = tierFor(shape, fromS, untilS, nowS());
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
  };
}

export const unixTime = (): number => Math.floor(Date.now() / 1000);

/** Rows of a time that passes the end of the tier are fewer than asked for: the tier above is better then. */
const mostRows = 100_000;

function tierFor({ tiers }: Shape, fromS: number, untilS: number, nowS: number): number {
  const fits = ({ stepS, rows }: Tier): boolean =>
    fromS >= nowS - stepS * rows && (untilS - fromS) / stepS <= mostRows;
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
