import {
  Events,
  EventsQuery,
  IncidentParams,
  IncidentQuery,
  IncidentStory,
  Incidents,
  Journal,
  JournalQuery,
  PastQuery,
  Report,
  ReportQuery,
  Series,
  SeriesQuery,
  StreamMessage,
  StreamQuery,
} from '../schema/index.ts';
import { operation } from './operation.ts';

const tag = 'past';

/** What it did, and what it says while it does it. */
export const past = {
  getEvents: operation({
    ...{ id: 'getEvents', method: 'get', path: '/events', tag, needs: 'read' },
    summary: 'What the gateway said since a time',
    query: EventsQuery,
    reply: Events,
  }),
  getJournal: operation({
    ...{ id: 'getJournal', method: 'get', path: '/journal', tag, needs: 'read' },
    summary: 'What is kept of the past, over restarts',
    query: JournalQuery,
    reply: Journal,
  }),
  getStream: operation({
    ...{ id: 'getStream', method: 'get', path: '/stream', tag, needs: 'read' },
    summary: 'What it says, as it says it (Server-Sent Events)',
    description:
      '`status` at the beginning and when it changes, `rates` each second (or `hz` times in one), `event` for each event, `offline` and `online` as the gateway goes and comes. `Last-Event-ID` resumes from what is kept; what is lost is said by `gap`.',
    query: StreamQuery,
    reply: StreamMessage,
    streams: true,
  }),
  getIncidents: operation({
    ...{ id: 'getIncidents', method: 'get', path: '/incidents', tag, needs: 'read' },
    summary: 'Times in which an uplink was down, the latest first',
    query: PastQuery,
    reply: Incidents,
  }),
  getIncident: operation({
    ...{ id: 'getIncident', method: 'get', path: '/incidents/{id}', tag, needs: 'read' },
    summary: 'One of them as a story, with what was measured',
    params: IncidentParams,
    query: IncidentQuery,
    reply: IncidentStory,
  }),
  getReport: operation({
    ...{ id: 'getReport', method: 'get', path: '/report', tag, needs: 'read' },
    summary: 'How the uplinks were over a time',
    query: ReportQuery,
    reply: Report,
  }),
  getSeries: operation({
    ...{ id: 'getSeries', method: 'get', path: '/series', tag, needs: 'read' },
    summary: 'What was measured of an uplink over a time',
    query: SeriesQuery,
    reply: Series,
  }),
} as const;
