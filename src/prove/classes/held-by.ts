/** A range of whole numbers, both ends included. */
interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * Tells by text which of the sets hold a number: the same text for the same sets. One sweep over all bounds, so that
 * thousands of sets cost no more than sorting them.
 */
export function heldBy(sets: readonly (readonly Bounds[])[]): (value: number) => string {
  const changes = changesOf(sets);
  const starts = [...changes.keys()].sort((a, b) => a - b);
  const open = new Map<number, number>();
  const texts = starts.map(at => {
    for (const { set, by } of changes.get(at) ?? []) {
      const count = (open.get(set) ?? 0) + by;
      if (count > 0) open.set(set, count);
      else open.delete(set);
    }
    return [...open.keys()].sort((a, b) => a - b).join();
  });
  return value => texts[lastAtMost(starts, value)] ?? '';
}

interface Change {
  readonly set: number;
  readonly by: 1 | -1;
}

/** Where ranges begin, and the first number behind each. */
function changesOf(sets: readonly (readonly Bounds[])[]): ReadonlyMap<number, readonly Change[]> {
  const changes = new Map<number, Change[]>();
  const add = (at: number, change: Change): void => {
    const known = changes.get(at);
    if (known) known.push(change);
    else changes.set(at, [change]);
  };
  for (const [set, ranges] of sets.entries()) {
    for (const { from, to } of ranges) {
      if (from > to) continue;
      add(from, { set, by: 1 });
      add(to + 1, { set, by: -1 });
    }
  }
  return changes;
}

/** The index of the last of the sorted numbers that is not above a value; -1: all are. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
