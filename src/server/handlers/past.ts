import type { ControlValues } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import { pageOf } from '../paging.ts';
import type { operations } from '../routes/index.ts';
import type { Handler } from '../serve.ts';
import { eventView, heardLast } from '../stream/index.ts';

type Ops = typeof operations;
type PastRecord = ControlValues['journal']['items'][number];

const pastView = (record: PastRecord, language: Language) => ({
  ...eventView(record, language),
  correlation: record.correlation,
});

const iso = (ms: number): string => new Date(ms).toISOString();

export const getEvents: Handler<Ops['getEvents']> = async ({ parts, query: { since, lang } }) => {
  const { events, earlier } = await parts.daemon.ask('events', since === undefined ? {} : { since });
  return {
    at: iso(parts.now()),
    total: events.length,
    items: events.map(one => eventView(one, lang)),
    earlier,
  };
};

export const getJournal: Handler<Ops['getJournal']> = async ({ parts, query }) => {
  const { since, kinds, correlation, limit, cursor, lang } = query;
  const { items, next } = await parts.daemon.ask('journal', {
    limit,
    ...(since !== undefined && { since }),
    ...(kinds !== undefined && { kinds: kinds.split(',') }),
    ...(correlation !== undefined && { correlation }),
    ...(cursor !== undefined && { cursor }),
  });
  return { at: iso(parts.now()), items: items.map(one => pastView(one, lang)), next };
};

export const getStream: Handler<Ops['getStream']> = async ({
  parts,
  query,
  header,
  isHead,
  mayStill,
  hangUp,
}) => {
  const heard = heardLast(header('last-event-id'));
  // Whoever asks for its headers alone would never hear it, nor end it.
  const { lang: language, hz, only: hears } = query;
  const body = isHead ? null : parts.stream.open({ heard, language, hz, hears, mayStill, hangUp });
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
  return new Response(body, { headers });
};

/** The gateway tells so many at once. */
const most = 1000;

export const getIncidents: Handler<Ops['getIncidents']> = async ({ parts, query }) => {
  const { since } = query;
  const { incidents } = await parts.daemon.ask('incidents', {
    limit: most,
    ...(since !== undefined && { since }),
  });
  return { at: iso(parts.now()), ...pageOf(incidents, query) };
};

type Points = ControlValues['series']['series'];

const pointsView = (series: Points) =>
  Object.fromEntries(
    Object.entries(series).map(([name, points]) => [
      name,
      points.map(({ timeS, ...cell }) => ({ time: iso(timeS * 1000), ...cell })),
    ]),
  );

export const getIncident: Handler<Ops['getIncident']> = async ({ parts, params, query }) => {
  const found = await parts.daemon.ask('incident', { incident: params.id, language: query.lang });
  const { incident, story, lostPacketsAbout, events, series } = found;
  return {
    at: iso(parts.now()),
    ...{
      incident,
      story,
      lostPacketsAbout,
      events: events.map(one => pastView(one, query.lang)),
      series: pointsView(series.series),
    },
  };
};

export const getReport: Handler<Ops['getReport']> = async ({ parts, query: { since, until } }) => {
  const report = await parts.daemon.ask('report', { since, ...(until !== undefined && { until }) });
  return {
    at: iso(parts.now()),
    ...report,
    lines: report.lines.map(({ up, roundTrips, ...line }) => ({
      ...line,
      ...(pointsView({ up, roundTrips }) as { up: []; roundTrips: [] }),
    })),
  };
};

export const getSeries: Handler<Ops['getSeries']> = async ({ parts, query }) => {
  const { wan, what, since, until = iso(parts.now()), step } = query;
  const { stepMs, series } = await parts.daemon.ask('series', {
    ...{ line: wan, what: what.split(','), since, until },
    ...(step !== undefined && { stepMs: step * 1000 }),
  });
  return { at: iso(parts.now()), ...{ wan, since, until, stepMs, series: pointsView(series) } };
};
