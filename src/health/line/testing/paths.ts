import { exponential, type Random } from './random.ts';

/** What becomes of a packet that leaves at a time: its answer comes after so many ms, or never. Times are asked in order. */
export type Path = (sentMs: number) => number | undefined;

/** Round trips around a mean, ±`spread`; each packet or answer lost with this probability, on its own. */
export const bernoulli =
  (random: Random, { rttMs = 25, spreadMs = 5, loss = 0 }): Path =>
  () =>
    random() < loss ? undefined : rttMs + (random() * 2 - 1) * spreadMs;

/** Gilbert and Elliott: bad times, exponentially long, in which nearly all is lost; a little in between. */
export function gilbertElliott(
  random: Random,
  {
    goodMs,
    badMs,
    lossBad = 1,
    loss = 0.001,
  }: { goodMs: number; badMs: number; lossBad?: number; loss?: number },
): Path {
  let bad = false;
  let untilMs = exponential(random, goodMs);
  return sentMs => {
    while (sentMs >= untilMs) {
      bad = !bad;
      untilMs += exponential(random, bad ? badMs : goodMs);
    }
    return random() < (bad ? lossBad : loss) ? undefined : 25 + random() * 10;
  };
}

/** A queue that fills and drains: round trips wander up to `bufferMs`, and what comes to a full queue is dropped. */
export function bufferbloat(random: Random, { bufferMs }: { readonly bufferMs: number }): Path {
  let queueMs = 0;
  let atMs = 0;
  let filling = true;
  return sentMs => {
    const passed = Math.min(1000, sentMs - atMs);
    atMs = sentMs;
    // TCP fills at up to twice the line's rate, loses a packet, halves, and the queue drains.
    queueMs = Math.max(0, Math.min(bufferMs, queueMs + (filling ? 1 : -0.5) * passed * random()));
    if (queueMs >= bufferMs) filling = false;
    if (queueMs <= bufferMs / 3) filling = true;
    return queueMs >= bufferMs && random() < 0.5 ? undefined : 25 + queueMs;
  };
}

/** Round trips with a long tail (mobile networks): most short, some up to `longMs`. */
export const jittery =
  (random: Random, { rttMs, longMs }: { readonly rttMs: number; readonly longMs: number }): Path =>
  () =>
    rttMs + longMs * random() ** 6;

/** The path until a moment, and nothing after it. */
export const deadFrom =
  (path: Path, deadMs: number): Path =>
  sentMs =>
    sentMs >= deadMs ? undefined : path(sentMs);
