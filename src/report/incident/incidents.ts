import type { GatewayEvent, Incident, IncidentDecision } from '../../gateway/index.ts';
import type { PastEvent } from '../past-event.ts';

type Of<T extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: T }>;

interface Open {
  readonly first: PastEvent & { readonly event: Of<'line'> };
  readonly causes: readonly string[];
  readonly isUnseen: boolean;
}

/** All incidents that events tell of, oldest first. `until`: how far they reach. */
export function incidentsOf(events: readonly PastEvent[], until: string): readonly Incident[] {
  const related = relatedBy(events);
  const open = new Map<string, Open>();
  const done: Incident[] = [];
  /** The first that is said of lines after a start is not a change. */
  const known = new Set<string>();
  let lastRun: string | undefined;
  for (const recorded of events) {
    const { event } = recorded;
    const run = runOf(recorded);
    if (run !== undefined && run !== lastRun) known.clear();
    lastRun = run ?? lastRun;
    if (event.type === 'config' && event.how === 'start') known.clear();
    if (event.type !== 'line') continue;
    const { line, status, cause } = event;
    const isUnseen = !known.has(line);
    known.add(line);
    const before = open.get(line);
    if (status === 'down') {
      const first = before?.first ?? { ...recorded, event };
      const causes = [...new Set([...(before?.causes ?? []), ...(cause ? [cause] : [])])];
      open.set(line, { first, causes, isUnseen: before?.isUnseen ?? isUnseen });
    } else if (before) {
      open.delete(line);
      done.push(incident(before, related, { ...recorded, event }, isUnseen, until));
    }
  }
  const still = [...open.values()].map(one => incident(one, related, undefined, false, until));
  return [...done, ...still].filter(one => !isOfStart(one)).sort((a, b) => a.from.localeCompare(b.from));
}

/** Correlations begin with what is the same for all of one run: `t3k9aa-17`. */
const runOf = ({ correlation }: PastEvent): string | undefined => /^(\w+)-\d+$/.exec(correlation)?.[1];

const startMs = 10_000;

/** A gateway sets its interfaces up itself: a line that is down for the first moments of a run is no outage. */
const isOfStart = ({ unseen, until, downMs }: Incident): boolean =>
  unseen.start && until !== undefined && downMs < startMs;

function incident(
  { first, causes, isUnseen }: Open,
  related: Related,
  last: PastEvent | undefined,
  isEndUnseen: boolean,
  until: string,
): Incident {
  const { correlation, event, time: from } = first;
  return {
    id: `${event.line}-${from.replaceAll(/[-:]|\.\d+/g, '')}`,
    line: event.line,
    from,
    until: last?.time,
    downMs: Math.max(0, Date.parse(last?.time ?? until) - Date.parse(from)),
    causes,
    evidence: event.evidence,
    decision: decisionOf(related, correlation),
    back: last && decisionOf(related, last.correlation),
    flows: flowsOf(related, correlation),
    unseen: { start: isUnseen, end: isEndUnseen },
    correlation,
  };
}

/** Decisions and moves of connections, by what they belong to. */
type Related = ReadonlyMap<string, readonly PastEvent[]>;

function relatedBy(events: readonly PastEvent[]): Related {
  const related = new Map<string, PastEvent[]>();
  for (const one of events) {
    if (one.event.type !== 'decision' && one.event.type !== 'flows') continue;
    const known = related.get(one.correlation);
    if (known) known.push(one);
    else related.set(one.correlation, [one]);
  }
  return related;
}

function decisionOf(related: Related, correlation: string): IncidentDecision | undefined {
  for (const { event, time } of related.get(correlation) ?? []) {
    if (event.type !== 'decision') continue;
    const { reason, durationMs, steps, changes, refused } = event;
    return { time, reason, durationMs, steps, changes, refused };
  }
  return undefined;
}

function flowsOf(related: Related, correlation: string): Incident['flows'] {
  const found = (related.get(correlation) ?? []).flatMap(({ event }) =>
    event.type === 'flows' ? [event] : [],
  );
  if (found.length === 0) return undefined;
  return found.reduce(
    (sum, { reset, begunAnew }) => ({ reset: sum.reset + reset, begunAnew: sum.begunAnew + begunAnew }),
    { reset: 0, begunAnew: 0 },
  );
}
