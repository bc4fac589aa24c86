import { notifyParameters } from '../parameters.ts';

/** `good`: as it should be; `weak`: it works, badly; `bad`: it does not. */
export type Level = 'good' | 'weak' | 'bad';

/** Something that is well or not, and what was told of it. Plain data; times in ms since 1970. */
export interface Subject {
  readonly level: Level;
  /** Since when. */
  readonly sinceMs: number;
  /** What receivers know. */
  readonly told: Level;
  /** When it stopped being as it is known to be, or as it should be, whichever was first. */
  readonly fellMs?: number | undefined;
  /** When it was last down, and how often since it was told. */
  readonly downMs?: number | undefined;
  readonly downs: number;
  /** For how long it was down in all since then, where it is not any more. */
  readonly lastedMs: number;
  /** When it went down lately. */
  readonly falls: readonly number[];
  /** When there is something to be told. */
  readonly dueMs?: number | undefined;
  /** It goes up and down; `count`: how often since it was found to. */
  readonly flaps?: { readonly sinceMs: number; readonly count: number; readonly toldMs: number } | undefined;
  /** It was down at the start. */
  readonly isFound: boolean;
  /** What carries it was down, and it was told with that. */
  readonly under?: string | undefined;
}

/** What is to be said of a subject. */
export type Saying =
  | {
      readonly say: 'bad' | 'weak' | 'good';
      readonly lastedMs: number;
      readonly times: number;
      readonly sinceMs: number;
    }
  | { readonly say: 'was'; readonly lastedMs: number; readonly times: number; readonly sinceMs: number }
  | {
      readonly say: 'flaps' | 'steady';
      readonly times: number;
      readonly overMs: number;
      readonly sinceMs: number;
    };

const { flapFalls, flapWithinMs, flapEveryMs, steadyMs, startMs, gatherMs } = notifyParameters;

export const waitOf = (waitMs: number): number => Math.max(waitMs, gatherMs);

/** The first that is known of it: being well is no news. */
export function firstHeard(level: Level, atMs: number, waitMs: number): Subject {
  const known = {
    level,
    sinceMs: atMs,
    told: 'good',
    downs: 0,
    lastedMs: 0,
    falls: [],
    isFound: false,
  } as const;
  if (level === 'good') return known;
  const dueMs = atMs + Math.max(waitOf(waitMs), startMs);
  const isDown = level === 'bad';
  return {
    ...known,
    ...{ fellMs: atMs, downMs: isDown ? atMs : undefined, downs: isDown ? 1 : 0, dueMs, isFound: true },
  };
}

/** It is so now. */
export function heard(subject: Subject, level: Level, atMs: number, waitMs: number): Subject {
  if (subject.level === level) return subject;
  const { downMs, flaps, falls } = subject;
  const isDown = level === 'bad';
  const wasDown = subject.level === 'bad';
  return {
    ...subject,
    ...{ level, sinceMs: atMs },
    fellMs: subject.fellMs ?? atMs,
    downMs: isDown ? atMs : downMs,
    downs: subject.downs + (isDown ? 1 : 0),
    lastedMs: subject.lastedMs + (wasDown && downMs !== undefined ? atMs - downMs : 0),
    falls: isDown ? [...falls, atMs].slice(-2 * flapFalls) : falls,
    flaps: flaps && isDown ? { ...flaps, count: flaps.count + 1 } : flaps,
    dueMs: subject.dueMs ?? atMs + waitOf(waitMs),
  };
}

/** It is time: what is to be said of it, if anything, and what is known then. */
export function due(
  subject: Subject,
  nowMs: number,
): { readonly subject: Subject; readonly saying?: Saying } {
  const falls = subject.falls.filter(atMs => nowMs - atMs < flapWithinMs);
  const lately = { ...subject, falls };
  if (subject.flaps) return whileFlapping(lately, subject.flaps, nowMs);
  if (falls.length >= flapFalls) return beginsToFlap(lately, nowMs);
  const saying = plainly(subject, nowMs);
  return { subject: settled(lately, nowMs), ...(saying && { saying }) };
}

/** Known as it is; of a thing that is still down, its time goes on. */
export const settled = (subject: Subject, nowMs: number): Subject => {
  const isDown = subject.level === 'bad';
  const isWell = subject.level === 'good';
  return {
    ...subject,
    told: subject.level,
    dueMs: undefined,
    isFound: false,
    fellMs: isWell ? undefined : (subject.fellMs ?? nowMs),
    downs: isDown ? 1 : 0,
    downMs: isWell ? undefined : subject.downMs,
    lastedMs: isDown ? subject.lastedMs : 0,
    under: isWell ? undefined : subject.under,
  };
};

function plainly(subject: Subject, nowMs: number): Saying | undefined {
  const { level, told, fellMs = nowMs, sinceMs, downs } = subject;
  const facts = { lastedMs: lastedOf(subject, nowMs), times: Math.max(1, downs) };
  if (level !== told) return { say: level, ...facts, sinceMs: level === 'bad' ? fellMs : sinceMs };
  // It was down meanwhile; nobody needs to know that it was degraded for a moment, or not up yet at the start.
  return level === 'good' && downs > (subject.isFound ? 1 : 0)
    ? { say: 'was', ...facts, sinceMs: fellMs }
    : undefined;
}

/** How long it was down; where it never was, how long it was degraded. */
function lastedOf({ lastedMs, downMs, level, fellMs = 0, sinceMs }: Subject, nowMs: number): number {
  if (downMs === undefined) return Math.max(0, sinceMs - fellMs);
  return lastedMs + (level === 'bad' ? nowMs - downMs : 0);
}

function beginsToFlap(subject: Subject, nowMs: number) {
  const [sinceMs = nowMs] = subject.falls;
  const times = subject.falls.length;
  const flaps = { sinceMs, count: times, toldMs: nowMs };
  const saying: Saying = { say: 'flaps', times, overMs: nowMs - sinceMs, sinceMs };
  return { subject: { ...settled(subject, nowMs), flaps, dueMs: nowMs + steadyMs }, saying };
}

function whileFlapping(subject: Subject, flaps: NonNullable<Subject['flaps']>, nowMs: number) {
  const { sinceMs: sinceTurn } = subject;
  const told = { times: flaps.count, overMs: nowMs - flaps.sinceMs, sinceMs: flaps.sinceMs };
  if (nowMs - sinceTurn >= steadyMs) {
    const over = { times: flaps.count, overMs: sinceTurn - flaps.sinceMs, sinceMs: sinceTurn };
    return {
      subject: { ...settled(subject, nowMs), flaps: undefined },
      saying: { say: 'steady', ...over } as const,
    };
  }
  const isTime = nowMs - flaps.toldMs >= flapEveryMs;
  const after = isTime ? { ...flaps, toldMs: nowMs } : flaps;
  const dueMs = Math.min(sinceTurn + steadyMs, after.toldMs + flapEveryMs);
  const next = { ...settled(subject, nowMs), flaps: after, dueMs };
  return isTime ? { subject: next, saying: { say: 'flaps', ...told } as const } : { subject: next };
}
