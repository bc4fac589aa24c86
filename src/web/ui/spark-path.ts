import type { Recent } from '../live/ring.ts';

/** Drawn from the right, where now is; a gap where nothing was measured. `top`: the value at the upper edge. */
export function sparkPath(
  values: Recent,
  { width, height, length, top }: { width: number; height: number; length: number; top: number },
): string {
  const step = width / Math.max(1, length - 1);
  const from = length - values.length;
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value === undefined) {
      drawing = false;
      continue;
    }
    const x = ((from + index) * step).toFixed(1);
    const y = (height - (Math.min(value, top) / top) * height).toFixed(1);
    path += `${drawing ? 'L' : 'M'}${x} ${y}`;
    drawing = true;
  }
  return path;
}

/** A little above the largest, so that a line does not touch the edge; never 0. */
export const topOf = (values: Recent, least: number): number =>
  values.reduce<number>((top, value) => Math.max(top, (value ?? 0) * 1.15), least);
