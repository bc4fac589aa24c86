import type { z } from '@hono/zod-openapi';
import type { LineRates, PassedRates, RatesMessage, Recorded } from '../../gateway/index.ts';
import { eventLine } from '../../report/say/index.ts';
import type { Language } from '../../text/index.ts';
import type { Plain } from '../plain.ts';
import type { StreamMessage } from '../schema/index.ts';

export type Message = Plain<z.input<typeof StreamMessage>>;
/** What a message of this kind says. */
export type Of<K extends Message['event']> = Extract<Message, { readonly event: K }>['data'];

/** An event as the API has it. */
export const eventView = ({ seq, time, event }: Recorded, language: Language): Of<'event'> =>
  ({ seq, time, text: eventLine(event, language), event }) as Of<'event'>;

const passedView = ({ receivedBps, sentBps, receivedPps, sentPps }: PassedRates) => ({
  receivedBitsPerSecond: receivedBps,
  sentBitsPerSecond: sentBps,
  receivedPacketsPerSecond: receivedPps,
  sentPacketsPerSecond: sentPps,
});

const lineView = ({ roundTripMs, jitterMs, loss, openedPerSecond, ...passed }: LineRates) => ({
  ...passedView(passed),
  ...{ rttMs: roundTripMs, jitterMs, loss, openedPerSecond },
});

const each = <T, U>(record: Readonly<Record<string, T>>, view: (one: T) => U): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([name, one]) => [name, view(one)]));

/** What lines and interfaces carry, as the API has it. */
export const ratesView = ({ at, overMs, lines, interfaces, tracked }: RatesMessage): Of<'rates'> => ({
  ...{ at, overMs, lines: each(lines, lineView), interfaces: each(interfaces, passedView) },
  ...(tracked && { tracked: { connections: tracked.tracked, most: tracked.limit } }),
});
