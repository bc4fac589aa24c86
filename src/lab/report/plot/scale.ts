/** Round numbers from 0 (or below) to above the largest value: about `count` steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(least: number, most: number, count: number): readonly number[] {
  const low = Math.min(0, least);
  const span = Math.max(most - low, Number.EPSILON * 4);
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find(factor => factor * power >= rough * 0.999) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(most / step - 1e-9);
  return Array.from({ length: Math.max(last, first + 1) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

const timeSteps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 1800, 3600].map(s => s * 1000);

/** Ticks in ms that fall on whole steps people count in; only those within 0 … `most`. */
export function timeTicks(most: number, count: number): readonly number[] {
  const step = timeSteps.find(size => most / size <= count) ?? 3_600_000;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);
}

/** Where a value stands between two ends, in percent with two decimals. */
export function percent(value: number, from: number, to: number): number {
  return Math.round(((value - from) / (to - from || 1)) * 10_000) / 100;
}
