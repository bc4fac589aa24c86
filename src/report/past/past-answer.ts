import type {
  AppliedEntry,
  GatewayReport,
  Incident,
  IncidentReply,
  IncidentsReply,
  JournalReply,
  PastAnswers,
  PastQuestion,
  PastRecord,
  SeriesReply,
} from '../../gateway/index.ts';
import { merged, type Past, type Point } from '../../journal/index.ts';
import { lasting, ms } from '../../text/index.ts';
import { incidentsOf } from '../incident/incidents.ts';
import { rateBefore } from '../incident/rate-before.ts';
import { lostPackets, storyText } from '../incident/story.ts';
import { pastEvents } from '../past-event.ts';
import { gatewayReport } from '../report.ts';

type Asked<K extends PastQuestion['kind']> = Extract<PastQuestion, { readonly kind: K }>;
type From = Pick<Past, 'entries' | 'ring'> & { readonly now: string };

/** Answers from what is kept. `now`: ISO 8601, UTC. */
export function pastAnswer<Q extends PastQuestion>(
  question: Q,
  past: Pick<Past, 'entries' | 'ring'>,
  now = new Date().toISOString(),
): PastAnswers[Q['kind']] {
  return answered(question, { ...past, now }) as PastAnswers[Q['kind']];
}

function answered(question: PastQuestion, past: From): PastAnswers[PastQuestion['kind']] {
  switch (question.kind) {
    case 'incidents':
      return incidents(question, past);
    case 'incident':
      return incident(question, past);
    case 'report':
      return report(question, past);
    case 'series':
      return series(question, past);
    case 'journal':
      return journal(question, past);
    case 'applied':
      return applied(question, past);
  }
}

const dayMs = 86_400_000;
const daysBefore = (time: string, days: number): string =>
  new Date(Date.parse(time) - days * dayMs).toISOString();

/** Kinds of entries that incidents are made of. */
const kinds = ['line', 'decision', 'flows', 'config'];
/** A line may have been down when a time began: so far back its last state is looked for. */
const lookBackDays = 7;
const usualDays = 30;

function incidents(
  { since: asked, limit }: Asked<'incidents'>,
  { entries, now: until }: From,
): IncidentsReply {
  const since = asked ?? daysBefore(until, usualDays);
  const events = pastEvents(entries({ since: daysBefore(since, lookBackDays), kinds }));
  const all = incidentsOf(events, until).filter(one => (one.until ?? until) >= since);
  return { incidents: all.reverse().slice(0, limit) };
}

/** Within so many minutes before and after an incident it is drawn. */
const aroundMs = 5 * 60_000;
const drawn = ['up', 'rtt', 'jitter', 'loss', 'in', 'out'];

function incident({ incident: which, language }: Asked<'incident'>, past: From): IncidentReply | undefined {
  const found = incidentNamed(which, past);
  if (!found) return undefined;
  const packetsPerSecond = rateBefore(found, past.ring);
  const at = (time: string, byMs: number): string => new Date(Date.parse(time) + byMs).toISOString();
  return {
    incident: found,
    lostPacketsAbout: lostPackets(found, packetsPerSecond),
    story: storyText(found, { language, packetsPerSecond, lasting: over => lasting(over, language), ms }),
    events: related(found, past),
    series: series(
      {
        kind: 'series',
        names: Object.fromEntries(drawn.map(what => [what, `${found.line}/${what}`])),
        since: at(found.from, -aroundMs),
        until: at(found.until ?? past.now, aroundMs),
      },
      past,
    ),
  };
}

/** `ether2-20261130T023412Z` says when it was; a line alone means its latest. */
function incidentNamed(which: string, { entries, now }: From): Incident | undefined {
  const [, day] = /-(\d{8})T\d{6}Z$/.exec(which) ?? [];
  const from = day && `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00.000Z`;
  const isTime = from !== undefined && !Number.isNaN(Date.parse(from));
  const since = daysBefore(isTime ? from : now, isTime ? lookBackDays : usualDays);
  const until = isTime && from !== undefined ? daysBefore(from, -usualDays) : undefined;
  const events = pastEvents(entries({ since, until, kinds }));
  const end = until === undefined || until > now ? now : until;
  return incidentsOf(events, end).findLast(({ id, line }) => id === which || line === which);
}

/** What it began with, and what came because it was over. */
function related({ correlation, until, from }: Incident, { entries }: From): readonly PastRecord[] {
  const last = until === undefined ? undefined : new Date(Date.parse(until) + 1).toISOString();
  const ends = until === undefined ? [] : entries({ since: until, until: last });
  const ids = new Set([correlation, ...ends.map(one => one.correlation)]);
  return pastEvents(
    [...ids].flatMap(id => entries({ since: daysBefore(from, 1), correlation: id, limit: 200 })),
  );
}

function report({ name, since, until: asked }: Asked<'report'>, { entries, ring, now }: From): GatewayReport {
  const until = asked ?? now;
  const events = pastEvents(
    entries({ since: daysBefore(since, lookBackDays), until, kinds: [...kinds, 'problem'] }),
  );
  return gatewayReport({ name, since, until, events, ring });
}

/** A drawing has no more room. */
const mostPoints = 1500;

function series(
  { names, since, until: asked, stepMs = 1000 }: Asked<'series'>,
  { ring, now }: From,
): SeriesReply {
  const until = asked ?? now;
  const [fromS, untilS] = [since, until].map(time => Math.floor(Date.parse(time) / 1000)) as [number, number];
  const most = Math.max(1, Math.min(mostPoints, Math.ceil(((untilS - fromS) * 1000) / stepMs)));
  const empty = Object.fromEntries(Object.keys(names).map(what => [what, []]));
  if (!ring) return { stepMs, series: empty };
  const tierS = ring.stepFor(fromS, untilS, most);
  const wantedS = Math.max(stepMs / 1000, (untilS - fromS) / mostPoints);
  const stepS = tierS * Math.max(1, Math.ceil(wantedS / tierS));
  const points = ring.points(Object.values(names), fromS, untilS, most);
  const found = Object.entries(names).map(
    ([what, name]) => [what, joined(points.get(name) ?? [], stepS)] as const,
  );
  return { stepMs: stepS * 1000, series: Object.fromEntries(found) };
}

/** Points of a longer step. */
function joined(points: readonly Point[], stepS: number): readonly Point[] {
  const byStep = new Map<number, Point>();
  for (const point of points) {
    const timeS = Math.floor(point.timeS / stepS) * stepS;
    const before = byStep.get(timeS);
    byStep.set(timeS, { ...(before ? merged(before, point) : point), timeS });
  }
  return [...byStep.values()];
}

/** One more than is asked for tells whether there are others. */
function journal({ kind: _, limit, ...asked }: Asked<'journal'>, { entries }: From): JournalReply {
  const found = entries({ ...asked, limit: limit + 1 });
  const page = found.slice(Math.max(0, found.length - limit));
  const first = page[0]?.id;
  return {
    items: [...pastEvents(page)].reverse(),
    next: found.length > limit && first !== undefined ? `${first}` : undefined,
  };
}

const applied = ({ limit }: Asked<'applied'>, { entries }: From): readonly Omit<AppliedEntry, 'kept'>[] =>
  pastEvents(entries({ kinds: ['config'], limit }))
    .flatMap(({ time, correlation, event }) => {
      if (event.type !== 'config') return [];
      const { file, how, by, result, changes, digest: hash } = event;
      return [{ time, file, how, by, result, changes, hash, correlation }];
    })
    .reverse();
