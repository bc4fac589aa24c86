/** Most buckets that connections are divided into. */
const most = 100;

/** How far a share may be from what is asked for. */
const tolerance = 0.01;

/**
 * Weights as the fewest buckets: exactly where that takes no more than 100, else each share within one percent of what it is
 * asked to be. Every weight has one bucket at least.
 */
export function bucketsOf(weights: readonly number[]): readonly number[] {
  const divisor = weights.reduce(gcd, 0);
  const exact = weights.map(weight => weight / divisor);
  const total = sum(exact);
  if (total <= most) return exact;
  const shares = exact.map(weight => weight / total);
  for (let count = weights.length; count < most; count++) {
    const buckets = divided(shares, count);
    if (buckets.every((own, at) => Math.abs(own / count - (shares[at] ?? 0)) <= tolerance)) return buckets;
  }
  return divided(shares, most);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** By largest remainders; those that would have none get one from who has most. */
function divided(shares: readonly number[], count: number): readonly number[] {
  const buckets = shares.map(share => Math.max(1, Math.floor(share * count)));
  const lacks = (at: number): number => (shares[at] ?? 0) * count - (buckets[at] ?? 0);
  const places = [...buckets.keys()];
  while (sum(buckets) !== count) {
    const missing = sum(buckets) < count ? 1 : -1;
    const able = missing > 0 ? places : places.filter(at => (buckets[at] ?? 0) > 1);
    const next = able.toSorted((a, b) => missing * (lacks(b) - lacks(a)))[0] ?? 0;
    buckets[next] = (buckets[next] ?? 0) + missing;
  }
  return buckets;
}
