/** mulberry32: 0 up to 1, the same for the same seed. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const exponential = (mean: number, random: () => number): number => -mean * Math.log(1 - random());

/** Pareto with this mean: the smaller the exponent (above 1), the more of it all is in few. */
export const heavy = (mean: number, exponent: number, random: () => number): number =>
  (mean * (exponent - 1)) / exponent / (1 - random()) ** (1 / exponent);
