/** A longest duration that is forgotten by halves. ms. */
export interface Faded {
  readonly ms: number;
  readonly atMs: number;
}

export const nothingLearned: Faded = { ms: 0, atMs: 0 };

export const fadedMs = ({ ms, atMs }: Faded, halfLifeMs: number, nowMs: number): number =>
  ms === 0 ? 0 : ms * 0.5 ** ((nowMs - atMs) / halfLifeMs);

export const learned = (known: Faded, ms: number, halfLifeMs: number, nowMs: number): Faded =>
  ms > fadedMs(known, halfLifeMs, nowMs) ? { ms, atMs: nowMs } : known;
