import type { LineStatus, Occurrence, OccurrenceOf } from '../occurrence.ts';
import { notifyParameters } from '../parameters.ts';
import type { Statement } from '../statement.ts';
import { firstHeard, heard, type Level, type Subject, waitOf } from './subject.ts';

interface LineSubject extends Subject {
  readonly label: string;
  /** The first since it was told. */
  readonly cause?: string | undefined;
}

interface ConditionSubject extends Subject {
  readonly facts: Pick<OccurrenceOf<'condition'>, 'code' | 'severity' | 'text' | 'line'>;
}

/** What is known and what was told to one receiver. Plain data: it is kept over a restart. */
export interface Digest {
  readonly lines: Readonly<Record<string, LineSubject>>;
  readonly conditions: Readonly<Record<string, ConditionSubject>>;
  /** Interfaces that are known to be down. */
  readonly deadLinks: readonly string[];
  readonly carriers: Readonly<Record<string, readonly string[]>>;
  /** Lines by which default routes lead. */
  readonly routes: {
    readonly now?: readonly string[] | undefined;
    readonly told?: readonly string[] | undefined;
    readonly dueMs?: number | undefined;
  };
  /** What is told in any case. */
  readonly moments: readonly { readonly statement: Statement; readonly dueMs: number }[];
  /** When messages were made lately. */
  readonly made: readonly number[];
  /** Until then nothing is told: the way out has just come back. */
  readonly settlesMs?: number | undefined;
  readonly stoppedMs?: number | undefined;
  /** Of the gateway, where it was not long ago. */
  readonly startedMs?: number | undefined;
}

export const emptyDigest: Digest = {
  ...{ lines: {}, conditions: {}, deadLinks: [], carriers: {}, routes: {}, moments: [], made: [] },
};

/** How it is told to one receiver. */
export interface DigestOptions {
  readonly name: string;
  readonly waitMs: number;
  /** The receiver is reached without any line. */
  readonly isInside: boolean;
}

const levels: Readonly<Record<LineStatus, Level>> = {
  unknown: 'good',
  up: 'good',
  degraded: 'weak',
  down: 'bad',
};

/** As the last run left it: how things are now has to be heard first. */
export const restoredDigest = (digest: Digest, nowMs: number): Digest => ({
  ...{ ...digest, settlesMs: nowMs + notifyParameters.startMs, deadLinks: [] },
});

/** No line is up: nothing gets out. */
export function hasNoWay({ lines }: Pick<Digest, 'lines'>): boolean {
  const all = Object.values(lines);
  return all.length > 0 && all.every(({ level }) => level === 'bad');
}

/** One more thing has happened. */
export function hear(digest: Digest, occurrence: Occurrence, options: DigestOptions): Digest {
  const next = handlers[occurrence.kind](digest, occurrence as never, options);
  const isBack = !options.isInside && hasNoWay(digest) && !hasNoWay(next);
  return isBack ? { ...next, settlesMs: occurrence.atMs + notifyParameters.settleMs } : next;
}

type Handlers = {
  readonly [K in Occurrence['kind']]: (
    digest: Digest,
    occurrence: OccurrenceOf<K>,
    options: DigestOptions,
  ) => Digest;
};

const handlers: Handlers = {
  line: hearLine,
  link(digest, { interface: name, running }) {
    const others = digest.deadLinks.filter(one => one !== name);
    return { ...digest, deadLinks: running ? others : [...others, name] };
  },
  routes: hearRoutes,
  condition: hearCondition,
  config: (digest, { atMs, kind, file, how, result, by }) =>
    withMoment(digest, { kind, file, how, result, by }, atMs),
  gateway(digest, { atMs, phase }) {
    if (phase === 'stopped') return withMoment({ ...digest, stoppedMs: atMs }, { kind: 'stopped' }, atMs);
    const { stoppedMs, ...rest } = digest;
    const idleMs = stoppedMs === undefined ? undefined : Math.max(0, atMs - stoppedMs);
    return withMoment(
      { ...rest, startedMs: atMs, conditions: doubted(rest.conditions, atMs) },
      { kind: 'started', idleMs },
      atMs,
    );
  },
  layout(digest, { carriers }) {
    const kept = Object.entries(digest.lines).filter(([line]) => line in carriers);
    return { ...digest, carriers, lines: Object.fromEntries(kept) };
  },
};

/** What was wrong before the start and is not said again soon is over. */
const doubted = (conditions: Digest['conditions'], atMs: number): Digest['conditions'] =>
  Object.fromEntries(
    Object.entries(conditions).map(([key, one]) => {
      return [key, { ...one, ...heard(one, 'good', atMs, notifyParameters.doubtMs) }];
    }),
  );

function hearLine(
  digest: Digest,
  { line, label, status, cause, atMs }: OccurrenceOf<'line'>,
  { waitMs }: DigestOptions,
): Digest {
  const level = levels[status];
  const before = digest.lines[line];
  const isStart = isStarting(digest, atMs) && before?.told === 'good' && before.level === 'good';
  const known = isStart ? undefined : before;
  const subject = known ? heard(known, level, atMs, waitMs) : firstHeard(level, atMs, waitMs);
  const isWell =
    known === undefined || (known.level === 'good' && known.told === 'good' && known.downs === 0);
  const next = { ...subject, label, cause: (isWell ? undefined : known.cause) ?? cause };
  return { ...digest, lines: { ...digest.lines, [line]: next } };
}

function hearRoutes(
  digest: Digest,
  { lines, atMs }: OccurrenceOf<'routes'>,
  { waitMs }: DigestOptions,
): Digest {
  const { told, dueMs } = digest.routes;
  if (told === undefined || (dueMs === undefined && isStarting(digest, atMs)))
    return { ...digest, routes: { now: lines, told: lines } };
  const isKnown = isSame(told, lines);
  return {
    ...digest,
    routes: { now: lines, told, dueMs: isKnown ? undefined : (dueMs ?? atMs + waitOf(waitMs)) },
  };
}

/** It is setting its interfaces up. */
const isStarting = ({ startedMs }: Digest, atMs: number): boolean =>
  startedMs !== undefined && atMs - startedMs < notifyParameters.startMs;

export const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join('\n') === b.join('\n');

function hearCondition(
  digest: Digest,
  occurrence: OccurrenceOf<'condition'>,
  { waitMs, name }: DigestOptions,
): Digest {
  const { key, code, severity, text, line, isOpen, atMs, except } = occurrence;
  const known = digest.conditions[key];
  if (except === name || (!known && !isOpen)) return digest;
  const level: Level = isOpen ? 'bad' : 'good';
  const before = known ?? { ...firstHeard('good', atMs, waitMs), facts: { code, severity, text, line } };
  const facts = isOpen ? { code, severity, text, line } : before.facts;
  return {
    ...digest,
    conditions: { ...digest.conditions, [key]: { ...heard(before, level, atMs, waitMs), facts } },
  };
}

function withMoment(digest: Digest, statement: Statement, atMs: number): Digest {
  const moment = { statement, dueMs: atMs + notifyParameters.gatherMs };
  return { ...digest, moments: [...digest.moments, moment].slice(-notifyParameters.mostMoments) };
}
