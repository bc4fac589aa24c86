import { notifyParameters } from '../parameters.ts';
import type { Statement } from '../statement.ts';
import { type Digest, type DigestOptions, hasNoWay, isSame } from './digest.ts';
import { due, type Saying, type Subject, settled } from './subject.ts';

const { alongMs, mostMessages, mostWithinMs, flapWithinMs } = notifyParameters;

/** When something is to be told; undefined: nothing is, or there is no way out. */
export function nextDue(digest: Digest, { isInside }: DigestOptions): number | undefined {
  if (!isInside && hasNoWay(digest)) return undefined;
  const dues = duesOf(digest);
  if (dues.length === 0) return undefined;
  return Math.max(Math.min(...dues), digest.settlesMs ?? 0, roomFrom(digest));
}

const duesOf = ({ lines, conditions, routes, moments }: Digest): readonly number[] =>
  [...Object.values(lines), ...Object.values(conditions), routes, ...moments]
    .map(({ dueMs }) => dueMs)
    .filter(dueMs => dueMs !== undefined);

/** From when on there may be another message. */
function roomFrom({ made }: Digest): number {
  const first = made.at(-mostMessages);
  return first === undefined ? 0 : first + mostWithinMs;
}

/** What is told now, as one message, and what is known then; nothing where it is not time. */
export function flushed(
  digest: Digest,
  options: DigestOptions,
  nowMs: number,
): { readonly digest: Digest; readonly statements: readonly Statement[] } {
  const at = nextDue(digest, options);
  if (at === undefined || at > nowMs) return { digest, statements: [] };
  const until = nowMs + Math.min(alongMs, options.waitMs / 2);
  const isDue = ({ dueMs }: { readonly dueMs?: number | undefined }): boolean =>
    dueMs !== undefined && dueMs <= until;
  const steps = [momentsNow, linesNow, conditionsNow, routesNow];
  const start: Step = { digest: { ...digest, settlesMs: undefined }, statements: [] };
  const done = steps.reduce((step, next) => {
    const one = next(step.digest, nowMs, isDue);
    return { digest: one.digest, statements: [...step.statements, ...one.statements] };
  }, start);
  if (done.statements.length === 0) return done;
  const made = [...digest.made, nowMs].slice(-mostMessages);
  return { digest: { ...done.digest, made }, statements: done.statements };
}

interface Step {
  readonly digest: Digest;
  readonly statements: readonly Statement[];
}
type IsDue = (one: { readonly dueMs?: number | undefined }) => boolean;

function momentsNow(digest: Digest, _: number, isDue: IsDue): Step {
  return {
    digest: { ...digest, moments: digest.moments.filter(one => !isDue(one)) },
    statements: digest.moments.filter(isDue).map(({ statement }) => statement),
  };
}

type Lines = Digest['lines'];

/** Lines that are down with what carries them are told with that, once. */
function linesNow(digest: Digest, nowMs: number, isDue: IsDue): Step {
  const now = Object.keys(digest.lines).filter(line => isDue(digest.lines[line] ?? {}));
  const said = now.map(line => ({ line, ...tell(digest, line, nowMs) }));
  const lines = { ...digest.lines, ...Object.fromEntries(said.map(one => [one.line, one.subject])) };
  const told = said.flatMap(({ line, saying }) => (saying ? [{ line, saying }] : []));
  const groups = told.filter(({ line }) => lines[line]?.under === undefined || lines[line]?.level !== 'bad');
  const along = told.filter(one => !groups.includes(one));
  const statements = groups.map(one =>
    statementOf(one.line, one.saying, { lines, before: digest.lines, along }),
  );
  return { digest: { ...digest, lines }, statements: [...linksOf(along, lines, groups), ...statements] };
}

interface Told {
  readonly line: string;
  readonly saying: Saying;
}

function tell(
  digest: Digest,
  line: string,
  nowMs: number,
): { readonly subject: Lines[string]; readonly saying?: Saying } {
  const known = digest.lines[line];
  if (!known) throw new Error(`nothing is known of ${line}`);
  const { subject, saying } = due(known, nowMs);
  const root = saying?.say === 'bad' ? rootOf(digest, line) : undefined;
  const next = { ...known, ...subject, under: root ?? subject.under };
  if (subject.level === 'good' && !subject.flaps)
    return { subject: { ...next, cause: undefined }, ...(saying && { saying }) };
  // Its carrier was told before.
  const isKnown =
    root !== undefined && digest.lines[root]?.told === 'bad' && digest.lines[root]?.dueMs === undefined;
  return { subject: next, ...(saying && !isKnown && { saying }) };
}

/** The lowest of what carries it that is down; undefined: nothing below it is. */
const rootOf = ({ carriers, lines, deadLinks }: Digest, line: string): string | undefined =>
  (carriers[line] ?? []).filter(one => lines[one]?.level === 'bad' || deadLinks.includes(one)).at(-1);

/** What carries lines and is no line itself, or says nothing itself. */
function linksOf(along: readonly Told[], lines: Lines, groups: readonly Told[]): readonly Statement[] {
  const roots = new Set(along.map(({ line }) => lines[line]?.under ?? '').filter(root => root !== ''));
  return [...roots]
    .filter(root => !groups.some(({ line }) => line === root))
    .map(root => {
      const carried = along.filter(({ line }) => lines[line]?.under === root);
      const sinceMs = Math.min(...carried.map(({ saying }) => saying.sinceMs));
      const labels = carried.map(({ line }) => lines[line]?.label ?? line);
      return { kind: 'link-down', interface: root, sinceMs, along: labels };
    });
}

interface Around {
  readonly lines: Lines;
  readonly before: Lines;
  readonly along: readonly Told[];
}

const statusNames = { good: 'up', weak: 'degraded', bad: 'down' } as const;

function statementOf(line: string, saying: Saying, { lines, before, along }: Around): Statement {
  const { label = line, level = 'good' } = lines[line] ?? {};
  const { cause, told = 'good', isFound = false } = before[line] ?? {};
  const under = (one: Told): boolean => lines[one.line]?.under === line;
  const labels = along.filter(under).map(one => lines[one.line]?.label ?? one.line);
  const of = { line, label, cause, sinceMs: saying.sinceMs, along: labels };
  switch (saying.say) {
    case 'bad':
      return { kind: 'line-down', isFound, ...of };
    case 'flaps':
    case 'steady':
      return {
        kind: `line-${saying.say}`,
        times: saying.times,
        overMs: saying.overMs,
        status: statusNames[level],
        ...of,
      };
    case 'was':
      return { kind: 'line-was-down', lastedMs: saying.lastedMs, times: saying.times, ...of };
    case 'weak':
    case 'good': {
      const { lastedMs, times } = saying;
      const isDegraded = saying.say === 'weak';
      if (told === 'weak') return { kind: 'line-fine', lastedMs, ...of };
      if (isDegraded && told === 'good') return { kind: 'line-degraded', ...of };
      const still = Object.values(lines).filter(one => one.under === line && one.level === 'bad');
      return { kind: 'line-up', isDegraded, lastedMs, times, still: still.map(one => one.label), ...of };
    }
  }
}

/** What is wrong with a line that is down is told with the line. */
function conditionsNow(digest: Digest, nowMs: number, isDue: IsDue): Step {
  const statements: Statement[] = [];
  const conditions = Object.entries(digest.conditions).map(([key, known]) => {
    if (!isDue(known)) return [key, known] as const;
    const { line } = known.facts;
    const isUnder = line !== undefined && (known.under !== undefined || isDown(digest, line));
    if (isUnder)
      return [
        key,
        { ...known, ...settled(known, nowMs), under: known.level === 'bad' ? line : undefined },
      ] as const;
    const { subject, saying } = due(known, nowMs);
    if (saying) statements.push(conditionSaid(known, subject, saying));
    return [key, { ...known, ...subject }] as const;
  });
  // What is well, and was told to be, need not be remembered.
  const isKept = ({ level, dueMs, falls }: Subject): boolean =>
    level === 'bad' || dueMs !== undefined || falls.some(atMs => nowMs - atMs < flapWithinMs);
  const kept = conditions.filter(([, one]) => isKept(one));
  return { digest: { ...digest, conditions: Object.fromEntries(kept.slice(-200)) }, statements };
}

const isDown = ({ lines, deadLinks }: Digest, line: string): boolean =>
  lines[line]?.level === 'bad' || deadLinks.includes(line);

const states = {
  bad: 'raised',
  weak: 'raised',
  good: 'cleared',
  was: 'was',
  flaps: 'flaps',
  steady: 'steady',
} as const;

function conditionSaid(
  { facts: { code, severity, text } }: Digest['conditions'][string],
  { level }: Subject,
  saying: Saying,
): Statement {
  const lastedMs = 'lastedMs' in saying ? saying.lastedMs : saying.overMs;
  const { times } = saying;
  const isOpen = level === 'bad';
  return { kind: 'condition', state: states[saying.say], code, severity, text, isOpen, lastedMs, times };
}

/** While a line flaps, routes go to and fro with it. */
function routesNow(digest: Digest, _: number, isDue: IsDue): Step {
  const { now, told = [] } = digest.routes;
  if (!isDue(digest.routes) || now === undefined) return { digest, statements: [] };
  const isQuiet = isSame(now, told) || Object.values(digest.lines).some(({ flaps }) => flaps !== undefined);
  const after = { ...digest, routes: { now, told: now } };
  return { digest: after, statements: isQuiet ? [] : [{ kind: 'failover', from: told, to: now }] };
}
