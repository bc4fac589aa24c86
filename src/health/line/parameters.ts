// Every number of jalur's own health, with its reason; docs/health.md derives the bounds from them. Times in ms.

/**
 * One probe a line in this time while nothing else proves life. A ping of 36 bytes and its answer are 72 bytes of IP:
 * 86 400 s / 0.6 s x 72 = 10.4 MB a day, below the 15 MB allowed, with room for bursts.
 */
export const slowMs = 600;

/** So many probes at the start, in this time each: what answers take has to be known before their absence means anything. */
export const acquaint = { probes: 8, everyMs: 150 } as const;

/** The same while received traffic proves life: only to keep the round trips known. */
export const provedMs = 2000;

/** Traffic proves life for as long as the slow pace would leave the line unasked. */
export const lifeMs = 600;

/** Between two probes of a burst, and how many lost in a row it takes: p^(n+1) of an idle line's probes are such a row. */
export const burstSpacingMs = 25;
export const burstLost = 5;
/** After that many, the burst goes on at half the rate: only patience is left to be waited for. */
export const burstDense = 8;

/** A line that was idle is given this long from the first suspicion: short bursts of loss end within it. */
export const patienceMs = 600;

/**
 * A probe is missed later than this: the smoothed round trip + 4 deviations (RFC 6298), or 1.25 of the longest of late.
 * The floor covers what our own machine may be late by, the ceiling a modem with 3 s of buffer.
 */
export const timeout = { floor: 80, ceiling: 4000, first: 1000, deviations: 4, longest: 1.25 } as const;

/** The longest round trip of late fades by this with each new one: half is left after 34. */
export const longestFades = 0.98;

/** A probe that is not answered within this is lost; an answer within it still proves life. */
export const lateMs = 5000;

/** Silence after traffic went out that makes us ask: the time that answers take on this line, within these. */
export const silence = { floor: 50, ceiling: 300, unknown: 200, longest: 1.25 } as const;

/** What was learned of silences counts half after this. */
export const gapHalfLifeMs = 10_000;
export const outageHalfLifeMs = 600_000;

/**
 * A line whose outages end by themselves, within this after a verdict, is given half as long again as the longest of them: with traffic at
 * most as long as an idle line is.
 */
export const outage = { factor: 1.5, ceiling: patienceMs, over: 1000 } as const;

/** Traffic goes both ways where some came in within this before it went out. */
export const bothWaysMs = 2000;

/** How often counters are looked at, while packets pass and while none do: then twice for each slow probe, in step with it. */
export const countEvery = { active: 25, idle: 300 } as const;

/** A target is silent by itself, its line being alive, after so many misses in a row over that time. */
export const silentAfter = { misses: 6, ms: 10_000 } as const;

/** Misses in a row from which on a target's losses are not counted as the line's. */
export const ownTrouble = 3;

/** Every so many slow probes one goes to a target that decides nothing now: the gateway, one that was silent. */
export const otherEvery = 8;

/** A dead line is asked fast for a minute, then slowly; while it answers again, fast. */
export const revive = { everyMs: 250, forMs: 60_000, goodMs: 100 } as const;

/** Answers in a row that bring a line back. */
export const rise = 10;

/** A line stays down at least this long, twice as long with each time that it fell within the window. */
export const hold = { firstMs: 1000, ceilingMs: 60_000, windowMs: 600_000 } as const;

/** What the last probes show: how many of them, how many it takes to say anything, and where a line is and is no longer degraded. */
export const quality = {
  kept: 50,
  enough: 20,
  loss: { enter: 0.2, leave: 0.1 },
  latency: { enter: 500, leave: 300 },
  jitter: { enter: 200, leave: 100 },
} as const;
