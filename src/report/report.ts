import type { ConfigReport, DecisionReport, GatewayReport } from '../gateway/index.ts';
import type { RingReader } from '../journal/index.ts';
import { incidentsOf } from './incident/incidents.ts';
import { lineReports } from './line-report.ts';
import type { PastEvent } from './past-event.ts';

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
