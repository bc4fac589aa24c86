/** How long one row of a tier lasts, and how many are kept. Each step divides the next. */
export interface Tier {
  readonly stepS: number;
  readonly rows: number;
}

/** One hour by seconds, a day by ten seconds, thirty days by minutes, two years by hours. */
export const usualTiers: readonly Tier[] = [
  { stepS: 1, rows: 3600 },
  { stepS: 10, rows: 8640 },
  { stepS: 60, rows: 43_200 },
  { stepS: 3600, rows: 17_520 },
];

/** What a file holds. */
export interface Shape {
  /** Series at most. */
  readonly capacity: number;
  readonly tiers: readonly Tier[];
}

export const headerSize = 512;
export const nameSize = 64;
/** Row: number of its stretch of time, checksum; then a cell of four Float32 for each series. */
export const rowHead = 8;
export const cellSize = 16;

export const rowSize = ({ capacity }: Pick<Shape, 'capacity'>): number => rowHead + capacity * cellSize;

const dataStart = ({ capacity }: Shape): number => headerSize + capacity * nameSize;

/** Where a name of a series stands. */
export const nameOffset = (series: number): number => headerSize + series * nameSize;

/** Where a tier begins. */
export function tierOffset(shape: Shape, tier: number): number {
  const before = shape.tiers.slice(0, tier).reduce((sum, { rows }) => sum + rows, 0);
  return dataStart(shape) + before * rowSize(shape);
}

/** Where the row of a stretch of time stands: a later one of the same place takes it over. */
export function rowOffset(shape: Shape, tier: number, index: number): number {
  const rows = shape.tiers[tier]?.rows ?? 1;
  return tierOffset(shape, tier) + (index % rows) * rowSize(shape);
}

export const fileSize = (shape: Shape): number => tierOffset(shape, shape.tiers.length);
