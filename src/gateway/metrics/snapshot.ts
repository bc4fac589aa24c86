import type { JournalFigures, LineFigures, MetricsSnapshot } from '../../metrics/index.ts';
import type { Traffic } from '../loop/index.ts';
import type { LineReply, StatusReply } from '../replies/index.ts';
import type { Tally } from './tally.ts';

/** What figures of lines are made of. */
export interface LinesBasis {
  readonly lines: readonly LineReply[];
  readonly tally: Tally;
  readonly traffic: Traffic;
  /** The number of a line, which its connections carry. */
  readonly numberOf: (line: string) => number | undefined;
  /** Of new connections, 0 to 1, by line. */
  readonly promised: Readonly<Record<string, number>>;
}

/** What all figures are made of. */
export interface FiguresBasis extends Omit<LinesBasis, 'lines'> {
  readonly status: StatusReply;
  readonly connections: MetricsSnapshot['connections'];
  readonly journal: JournalFigures | undefined;
  readonly notifications: MetricsSnapshot['notifications'];
}

/** Pure but for what this process has used. */
export function metricsSnapshot(basis: FiguresBasis): MetricsSnapshot {
  const { status, tally, connections, journal, notifications } = basis;
  const { user, system } = process.cpuUsage();
  return {
    build: { version: status.version, node: process.versions.node },
    gateway: { name: status.name, dialect: status.dialect, pace: status.pace },
    startedAt: Date.parse(status.startedAt) / 1000,
    forwards: status.forwards,
    lines: linesFigures({ ...basis, lines: status.lines }),
    conditions: status.conditions.map(({ code, severity, about }) => ({ code, severity, about })),
    decisions: tally.decisions,
    connections,
    journal,
    notifications,
    process: { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() },
  };
}

export const linesFigures = (basis: LinesBasis): readonly LineFigures[] =>
  basis.lines.map(line => lineFigures(line, basis));

function lineFigures(line: LineReply, { tally, traffic, numberOf, promised }: LinesBasis): LineFigures {
  const { line: wan, label, status, cause, held = false, evidence, lease, opened } = line;
  const number = numberOf(wan);
  return {
    ...{ wan, label, status, cause, held },
    roundTripSeconds: seconds(evidence?.roundTripMs),
    jitterSeconds: seconds(evidence?.jitterMs),
    loss: evidence?.loss,
    ...passedBy(traffic, wan),
    opened: number === undefined ? undefined : traffic.opened[number],
    promised: promised[wan],
    measured: opened?.share,
    failovers: tally.failovers[wan] ?? 0,
    leaseSeconds: seconds(lease?.leftMs),
  };
}

function passedBy({ bytes, packets }: Traffic, wan: string): Pick<LineFigures, 'received' | 'sent'> {
  const [size, count] = [bytes[wan], packets[wan]];
  if (!size || !count) return {};
  return {
    received: { bytes: size.received, packets: count.received },
    sent: { bytes: size.sent, packets: count.sent },
  };
}

const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);
