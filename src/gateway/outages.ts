import type { GatewayEvent } from './core/index.ts';
import type { Incident, LastOutage } from './replies/index.ts';

/** When each line was down last, as far as that is known. Plain data. */
export interface Outages {
  readonly last: Readonly<Record<string, LastOutage>>;
  /** Lines of which something was heard, and those that were down with the first of it. */
  readonly known: readonly string[];
  readonly ofStart: readonly string[];
}

export const noOutages: Outages = { last: {}, known: [], ofStart: [] };

/** A gateway sets its interfaces up itself: a line that is down for the first moments of a run is no outage. */
const startMs = 10_000;

/** With one more event and its time (ISO 8601, UTC). */
export function withOutage(outages: Outages, event: GatewayEvent, time: string): Outages {
  if (event.type !== 'line') return outages;
  const { line, status, cause } = event;
  const isFirst = !outages.known.includes(line);
  const next = { ...outages, known: isFirst ? [...outages.known, line] : outages.known };
  const before = outages.last[line];
  const open = before?.until === undefined ? before : undefined;
  if (status !== 'down') return open ? ended(next, line, { ...open, until: time }) : next;
  if (open) return next;
  const ofStart = isFirst ? [...next.ofStart, line] : next.ofStart;
  return { ...next, ofStart, last: { ...next.last, [line]: { from: time, cause } } };
}

function ended(
  outages: Outages,
  line: string,
  outage: Required<Pick<LastOutage, 'until'>> & LastOutage,
): Outages {
  const lasted = Date.parse(outage.until ?? '') - Date.parse(outage.from);
  const { [line]: _, ...others } = outages.last;
  const isNone = outages.ofStart.includes(line) && lasted < startMs;
  const ofStart = outages.ofStart.filter(one => one !== line);
  return { ...outages, ofStart, last: isNone ? others : { ...others, [line]: outage } };
}

/** With what the journal knows of lines that were not down since. */
export const withIncidents = (outages: Outages, latestFirst: readonly Incident[]): Outages => ({
  ...outages,
  last: {
    ...Object.fromEntries(
      [...latestFirst]
        .reverse()
        .map(({ line, from, until, causes: [cause] }) => [line, { from, until, cause }]),
    ),
    ...outages.last,
  },
});
