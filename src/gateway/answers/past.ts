import { ControlRefused, type ControlRequest } from '../control/protocol.ts';
import { seriesName } from '../journal/index.ts';
import type { Parts } from '../parts.ts';
import type {
  AppliedReply,
  GatewayReport,
  IncidentReply,
  IncidentsReply,
  JournalReply,
  SeriesReply,
} from '../replies/index.ts';
import type { PastReader } from './past-reader.ts';
import { badQuery, lineNamed } from './refusals.ts';

type Asked<K extends ControlRequest['type']> = Omit<
  Extract<ControlRequest, { readonly type: K }>,
  'v' | 'id' | 'type'
>;

/** What pages show of the past: another thread reads it. Each throws ControlRefused where no journal is kept. */
export interface PastAnswering {
  incidents(request: Asked<'incidents'>): Promise<IncidentsReply>;
  incident(request: Asked<'incident'>): Promise<IncidentReply>;
  report(request: Asked<'report'>): Promise<GatewayReport>;
  series(request: Asked<'series'>): Promise<SeriesReply>;
  journal(request: Asked<'journal'>): Promise<JournalReply>;
  applied(request: Asked<'applied'>): Promise<AppliedReply>;
}

export function pastAnswering(
  { loop, kept, born }: Pick<Parts, 'loop' | 'kept' | 'born'>,
  past: PastReader | undefined,
): PastAnswering {
  const reader = (): PastReader => {
    if (past) return past;
    throw noJournal;
  };
  return {
    incidents: asked => reader().ask({ kind: 'incidents', ...asked }),
    async incident(asked) {
      const found = await reader().ask({ kind: 'incident', ...asked });
      if (found) return found;
      throw noIncident(asked.incident);
    },
    report: asked => reader().ask({ kind: 'report', name: born.name, ...inOrder(asked) }),
    async series({ line: word, what, ...asked }) {
      const line = word === undefined ? undefined : lineNamed(loop.state, word);
      const nameOf = (one: string) => (line === undefined ? one : seriesName(line, one));
      const names = Object.fromEntries(what.map(one => [one, nameOf(one)]));
      return reader().ask({ kind: 'series', names, ...inOrder(asked) });
    },
    journal: ({ cursor, ...asked }) =>
      reader().ask({ kind: 'journal', ...asked, beforeId: numberOf(cursor) }),
    async applied(asked) {
      const entries = await reader().ask({ kind: 'applied', ...asked });
      const digests = kept.digests();
      const isKept = (hash: string | undefined) => hash !== undefined && digests.includes(hash);
      return { items: entries.map(one => ({ ...one, kept: isKept(one.hash) })) };
    },
  };
}

/** Throws ControlRefused where a time ends before it begins. */
function inOrder<T extends { readonly since: string; readonly until?: string | undefined }>(asked: T): T {
  if (asked.until === undefined || asked.until > asked.since) return asked;
  throw badQuery(`${asked.until} is not after ${asked.since}.`, 'Name an earlier begin, or a later end.');
}

function numberOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor))
    throw badQuery(`${cursor} is no cursor.`, 'Send the next of the page before.');
  return Number(cursor);
}

const noJournal = new ControlRefused({
  code: 'control/no-journal',
  what: 'This gateway keeps no journal.',
  do: 'Start it without --no-journal.',
});

const noIncident = (which: string): ControlRefused =>
  new ControlRefused({
    code: 'control/unknown-incident',
    what: `There is no incident ${which} in the journal.`,
    do: 'Ask for incidents, which lists them.',
  });
