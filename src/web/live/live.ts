import type { LabNow, Recorded, Status, StreamMessage, Wan } from '../client/types.ts';
import { mergedEvents } from './events.ts';
import { type Recent, withNewest } from './ring.ts';

/** Whether what is shown is now. `server`: nothing comes from it; `daemon`: it is there, and the gateway does not answer it. */
export type Contact =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'lost'; readonly what: 'server' | 'daemon'; readonly since: number };

export const measures = ['rttMs', 'jitterMs', 'loss', 'receivedBitsPerSecond', 'sentBitsPerSecond'] as const;
export type Measure = (typeof measures)[number];
export type Rates = Extract<StreamMessage, { event: 'rates' }>['data'];
export type LineRates = Rates['lines'][string];

/** What the stream has told so far. */
export interface Live {
  readonly contact: Contact;
  readonly status?: Status;
  /** When it came, by the clock of this browser. */
  readonly statusAt?: number;
  readonly wans?: readonly Wan[];
  readonly rates: Readonly<Record<string, LineRates>>;
  /** The same ten times a second, for pictures that move, while one is shown. */
  readonly flow?: Readonly<Record<string, LineRates>> | undefined;
  /** The last seconds of each line, for sparklines: one value a second, however often rates come. */
  readonly recent: Readonly<Record<string, Readonly<Record<Measure, Recent>>>>;
  /** Of the last of them, since 1970. */
  readonly second?: number;
  /** So many connections fit into the kernel's table. */
  readonly most?: number | undefined;
  /** Newest first. */
  readonly events: readonly Recorded[];
  /** Of the lab that is served with it. */
  readonly lab?: LabNow;
}

export const nothing: Live = { contact: { state: 'connecting' }, rates: {}, recent: {}, events: [] };

/** So many values of a line are kept, and so many events. */
export const recentLength = 120;
const mostEvents = 300;

/** What is known after one more message. */
export function told(live: Live, message: StreamMessage, now: number): Live {
  switch (message.event) {
    case 'status':
      return { ...live, ...message.data, statusAt: now, contact: { state: 'live' } };
    case 'rates':
      return withRates(live, message.data);
    case 'event':
      return { ...live, events: mergedEvents([message.data], live.events).slice(0, mostEvents) };
    case 'offline':
      return lost(live, 'daemon', now);
    case 'online':
      return { ...live, contact: { state: 'live' } };
    case 'gap':
      return live;
    case 'lab':
      return { ...live, lab: message.data };
  }
}

/** The first moment counts: later ones say the same again. */
export const lost = (live: Live, what: 'server' | 'daemon', now: number): Live =>
  live.contact.state === 'lost' && live.contact.what === what
    ? live
    : {
        ...live,
        contact: {
          state: 'lost',
          what,
          since: live.contact.state === 'lost' ? live.contact.since : now,
        },
      };

function withRates(live: Live, { at, lines, tracked }: Rates): Live {
  const most = tracked?.most ?? live.most;
  // A daemon that was said to be gone is back when that is said.
  const isGone = live.contact.state === 'lost' && live.contact.what === 'daemon';
  const contact: Contact = isGone ? live.contact : { state: 'live' };
  const second = Math.floor(Date.parse(at) / 1000);
  const now = { ...live, most, contact, rates: lines };
  if (second === live.second) return now;
  const grow = ([name, line]: [string, LineRates]) => [name, grown(live.recent[name], line)] as const;
  const recent = Object.fromEntries(Object.entries(lines).map(grow));
  return { ...now, second, recent: { ...live.recent, ...recent } };
}

function grown(before: Readonly<Record<Measure, Recent>> | undefined, line: LineRates) {
  return Object.fromEntries(
    measures.map(measure => [measure, withNewest(before?.[measure] ?? [], line[measure], recentLength)]),
  ) as Record<Measure, Recent>;
}
