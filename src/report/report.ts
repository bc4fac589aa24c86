import type { RingReader } from '../journal/index.ts';
import { type Incident, incidentsOf } from './incident/incidents.ts';
import { type LineReport, lineReports } from './line-report.ts';
import type { PastEvent } from './past-event.ts';

/** A configuration that came, and what became of it. */
export interface ConfigReport {
  readonly time: string;
  readonly file: string;
  readonly how: string;
  readonly by?: string | undefined;
  readonly result: string;
  readonly changes: number;
  readonly digest?: string | undefined;
}

/** How long decisions took that changed something, ms. */
export interface DecisionReport {
  readonly count: number;
  readonly medianMs?: number | undefined;
  readonly slowestMs?: number | undefined;
}

/** What a gateway did over a time. Times: ISO 8601, UTC. */
export interface GatewayReport {
  readonly name: string;
  readonly since: string;
  readonly until: string;
  readonly lines: readonly LineReport[];
  /** The longest first. */
  readonly incidents: readonly Incident[];
  readonly decisions: DecisionReport;
  readonly configs: readonly ConfigReport[];
  /** Errors and warnings by their code, how often each was raised; most first. */
  readonly conditions: readonly { readonly code: string; readonly raised: number }[];
}

export interface ReportBasis {
  readonly name: string;
  readonly since: string;
  readonly until: string;
  /** Also from before `since`: lines may have been down then already. */
  readonly events: readonly PastEvent[];
  readonly ring: RingReader | undefined;
}

export function gatewayReport({ name, since, until, events, ring }: ReportBasis): GatewayReport {
  const within = events.filter(({ time }) => time >= since);
  const incidents = incidentsOf(events, until).filter(one => (one.until ?? until) >= since);
  const span = [since, until].map(time => Math.floor(Date.parse(time) / 1000)) as [number, number];
  return {
    ...{ name, since, until },
    lines: ring ? lineReports(ring, span, incidents) : [],
    incidents: [...incidents].sort((a, b) => b.downMs - a.downMs),
    decisions: decisionsOf(within),
    configs: configsOf(within),
    conditions: conditionsOf(within),
  };
}

function decisionsOf(events: readonly PastEvent[]): DecisionReport {
  const took = events
    .flatMap(({ event }) => (event.type === 'decision' && event.changes.length > 0 ? [event.durationMs] : []))
    .sort((a, b) => a - b);
  return { count: took.length, medianMs: took[Math.floor(took.length / 2)], slowestMs: took.at(-1) };
}

const configsOf = (events: readonly PastEvent[]): readonly ConfigReport[] =>
  events.flatMap(({ time, event }) => {
    if (event.type !== 'config') return [];
    const { file, how, by, result, changes, digest } = event;
    return [{ time, file, how, by, result, changes, digest }];
  });

function conditionsOf(events: readonly PastEvent[]): GatewayReport['conditions'] {
  const counts = new Map<string, number>();
  for (const { event } of events) {
    if (event.type !== 'problem') continue;
    counts.set(event.condition.code, (counts.get(event.condition.code) ?? 0) + 1);
  }
  return [...counts].map(([code, raised]) => ({ code, raised })).sort((a, b) => b.raised - a.raised);
}
