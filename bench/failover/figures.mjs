/** The value below which that part of the list lies; null for none. */
export function at(list, part) {
  if (list.length === 0) return null;
  const sorted = list.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] * 10) / 10;
}

export const figures = list => ({ p50: at(list, 0.5), p99: at(list, 0.99) });

const known = list => list.filter(one => one !== undefined);
const sum = list => list.reduce((all, one) => all + one, 0);

/** One row of the report for all faults of a kind. */
export const rowOf = (fault, results) => ({
  fault,
  n: results.length,
  detectMs: figures(known(results.map(one => one.detectMs))),
  restoreMs: figures(known(results.map(one => one.restoreMs))),
  reconnectMs: figures(known(results.flatMap(one => one.reconnectMs))),
  receiversHung: sum(results.map(one => one.hung)),
  failbackBroken: sum(results.map(one => one.failbackBroken)),
});
