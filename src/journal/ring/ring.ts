import { type Cell, cellOf, emptyCell, merged } from './cell.ts';
import { cellOfRow, encodeHeader, encodeName, encodeRow, indexOfRow } from './encode.ts';
import { fileSize, nameOffset, rowOffset, rowSize, type Shape, tierOffset } from './layout.ts';
import type { RingPort } from './port.ts';
import { type RingReader, readRing } from './read.ts';

/** A file that is written, by one process. */
export interface Ring {
  readonly shape: Shape;
  /** What was measured in this second (Unix time). Earlier ones than the last are left out. */
  add(timeS: number, values: Readonly<Record<string, number | undefined>>): void;
  /** Series that have no place any more, or too long a name. */
  readonly refused: readonly string[];
  /** Writes what is not whole yet of the coarser tiers. */
  flush(): void;
  close(): void;
}

/** A stretch of a coarser tier that is not over. */
interface Open {
  index: number;
  cells: Cell[];
}

/**
 * Goes on with the file, or begins one where it is none of ours. After a kill at any moment the second that was being written
 * may be missing, and nothing else.
 */
export function openRing(port: RingPort, wanted: Shape): Ring {
  const reader = readRing(port) ?? begun(port, wanted);
  const { shape } = reader;
  const names = [...reader.names];
  const refused = new Set<string>();
  let lastS = lastSecond(port, shape);
  const open = shape.tiers.map((): Open => ({ index: -1, cells: [] }));
  if (lastS !== undefined) resume(reader, open, lastS);

  const write = (tier: number, { index, cells }: Open): void => {
    if (index >= 0) port.write(rowOffset(shape, tier, index), encodeRow(shape, index, cells));
  };
  const placeOf = (name: string): number => {
    const found = names.indexOf(name);
    if (found >= 0 || refused.has(name)) return found;
    const free = names.indexOf(undefined);
    const bytes = encodeName(name);
    if (free < 0 || !bytes) {
      refused.add(name);
      return -1;
    }
    port.write(nameOffset(free), bytes);
    names[free] = name;
    return free;
  };
  const flush = (): void => {
    for (const [tier, one] of open.entries()) if (tier > 0) write(tier, one);
  };
  return {
    shape,
    get refused() {
      return [...refused];
    },
    add(timeS, values) {
      if (lastS !== undefined && timeS <= lastS) return;
      const cells: Cell[] = Array<Cell>(shape.capacity).fill(emptyCell);
      for (const [name, value] of Object.entries(values)) {
        const place = value === undefined || !Number.isFinite(value) ? -1 : placeOf(name);
        if (place >= 0) cells[place] = cellOf(value as number);
      }
      for (const [tier, { stepS }] of shape.tiers.entries()) {
        const index = Math.floor(timeS / stepS);
        const one = open[tier] as Open;
        // The second itself is written when all of it is known; the longer ones once they are over.
        if (one.index !== index && tier > 0) write(tier, one);
        open[tier] = one.index === index ? joined(one, cells) : { index, cells };
      }
      write(0, open[0] as Open);
      lastS = timeS;
    },
    flush,
    close() {
      flush();
      port.close();
    },
  };
}

const joined = ({ index, cells }: Open, more: readonly Cell[]): Open => ({
  index,
  cells: more.map((cell, series) => merged(cells[series] ?? emptyCell, cell)),
});

/** Nobody finds a head before the whole file is there. */
function begun(port: RingPort, shape: Shape): RingReader {
  port.resize(0);
  port.resize(fileSize(shape));
  port.write(0, encodeHeader(shape));
  const reader = readRing(port);
  if (!reader) throw new Error('what was just written cannot be read');
  return reader;
}

/** The last second that is whole in the finest tier. */
function lastSecond(port: RingPort, shape: Shape): number | undefined {
  const { stepS, rows } = shape.tiers[0] ?? { stepS: 1, rows: 0 };
  const size = rowSize(shape);
  const bytes = port.read(tierOffset(shape, 0), rows * size);
  let last: number | undefined;
  for (let at = 0; at + size <= bytes.length; at += size) {
    const index = indexOfRow(bytes.subarray(at, at + size));
    if (index !== undefined && (last === undefined || index > last)) last = index;
  }
  return last === undefined ? undefined : last * stepS;
}

/** What was not over when the last writer ended is made again of the finer tiers. */
function resume(reader: RingReader, open: Open[], lastS: number): void {
  const { shape } = reader;
  for (const [tier, { stepS }] of shape.tiers.entries()) {
    const index = Math.floor(lastS / stepS);
    if (tier === 0) {
      open[0] = { index, cells: [] };
      continue;
    }
    const finer = open[tier - 1] as Open;
    const fineS = shape.tiers[tier - 1]?.stepS ?? 1;
    // The finest tier has its last second on disk already.
    const untilS = tier === 1 ? lastS + fineS : finer.index * fineS;
    let cells: Cell[] = tier === 1 ? [] : [...finer.cells];
    for (const { row } of reader.rows(tier - 1, index * stepS, untilS)) cells = withRow(cells, row, shape);
    open[tier] = { index, cells };
  }
}

const withRow = (cells: readonly Cell[], row: Uint8Array, { capacity }: Shape): Cell[] =>
  Array.from({ length: capacity }, (_, series) => merged(cells[series] ?? emptyCell, cellOfRow(row, series)));
