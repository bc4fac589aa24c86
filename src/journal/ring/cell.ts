/** What was measured of one series in one stretch of time. `n` 0: nothing, and the rest means nothing then. */
export interface Cell {
  readonly min: number;
  readonly avg: number;
  readonly max: number;
  readonly n: number;
}

export const emptyCell: Cell = { min: 0, avg: 0, max: 0, n: 0 };

export const cellOf = (value: number): Cell => ({ min: value, avg: value, max: value, n: 1 });

/** Both together. */
export function merged(a: Cell, b: Cell): Cell {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  return {
    min: Math.min(a.min, b.min),
    avg: (a.avg * a.n + b.avg * b.n) / n,
    max: Math.max(a.max, b.max),
    n,
  };
}
