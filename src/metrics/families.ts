import type { Family, Labels, MetricSample } from './exposition.ts';
import { histogramSamples } from './histogram.ts';
import { type LineFigures, lineStatusNames, type MetricsSnapshot } from './snapshot.ts';

/** Everything that is known, as families. Names: `jalur_` of our own, `process_` as every program has them. */
export function familiesOf(snapshot: MetricsSnapshot): readonly Family[] {
  return [
    ...ofGateway(snapshot),
    ...ofLines(snapshot.lines),
    ...ofDecisions(snapshot),
    ...ofConditions(snapshot),
    ...ofNotifications(snapshot),
    ...ofProcess(snapshot),
  ];
}

const one = (value: number, labels: Labels = {}): readonly MetricSample[] => [{ labels, value }];
const maybe = (value: number | undefined, labels: Labels = {}): readonly MetricSample[] =>
  value === undefined ? [] : one(value, labels);

const gauge = (name: string, help: string, samples: readonly MetricSample[]): Family => ({
  ...{ name, type: 'gauge', help, samples },
});
const counter = (name: string, help: string, samples: readonly MetricSample[]): Family => ({
  ...{ name, type: 'counter', help, samples },
});

function ofGateway({ build, gateway, forwards, connections }: MetricsSnapshot): Family[] {
  return [
    gauge('jalur_build_info', 'Version of jalur and of Node.js that runs, always 1', one(1, { ...build })),
    gauge('jalur_gateway_info', 'Which gateway this is, always 1', one(1, { ...gateway })),
    gauge(
      'jalur_forwarding',
      'Whether the kernel holds the firewall and forwards (1) or nothing is forwarded (0)',
      one(forwards ? 1 : 0),
    ),
    gauge('jalur_connections', 'Connections that the kernel tracks', maybe(connections?.tracked)),
    gauge(
      'jalur_connections_limit',
      'Connections that the kernel can track at most',
      maybe(connections?.limit),
    ),
  ];
}

function ofLines(lines: readonly LineFigures[]): Family[] {
  const each = (value: (line: LineFigures) => number | undefined): MetricSample[] =>
    lines.flatMap(line => maybe(value(line), { wan: line.wan }));
  const states = lines.flatMap(({ wan, status }) =>
    lineStatusNames.map(state => ({ labels: { wan, state }, value: state === status ? 1 : 0 })),
  );
  const causes = lines.flatMap(({ wan, cause }) => (cause ? one(1, { wan, cause }) : []));
  const names = lines.map(({ wan, label }) => ({ labels: { wan, label }, value: 1 }));
  return [
    gauge('jalur_wan_info', 'What a WAN is called, always 1', names),
    gauge(
      'jalur_wan_up',
      'Whether a WAN may carry traffic (1) or is down (0)',
      each(({ status }) => (status === 'down' ? 0 : 1)),
    ),
    gauge('jalur_wan_state', 'State of a WAN: 1 for the one that it is in', states),
    gauge('jalur_wan_cause', 'Why a WAN is down or degraded, always 1', causes),
    gauge(
      'jalur_wan_held',
      'Whether a WAN is not used while there is another, as it may fall again (1)',
      each(({ held }) => (held ? 1 : 0)),
    ),
    gauge(
      'jalur_wan_rtt_seconds',
      'Mean round trip of the latest probes',
      each(line => line.roundTripSeconds),
    ),
    gauge(
      'jalur_wan_jitter_seconds',
      'Mean difference of neighbouring round trips',
      each(line => line.jitterSeconds),
    ),
    gauge(
      'jalur_wan_loss_ratio',
      'Part of the latest probes without an answer, 0 to 1',
      each(line => line.loss),
    ),
    counter(
      'jalur_wan_receive_bytes_total',
      'Bytes that came in by a WAN',
      each(line => line.received?.bytes),
    ),
    counter(
      'jalur_wan_transmit_bytes_total',
      'Bytes that left by a WAN',
      each(line => line.sent?.bytes),
    ),
    counter(
      'jalur_wan_receive_packets_total',
      'Packets that came in by a WAN',
      each(line => line.received?.packets),
    ),
    counter(
      'jalur_wan_transmit_packets_total',
      'Packets that left by a WAN',
      each(line => line.sent?.packets),
    ),
    counter(
      'jalur_wan_flows_opened_total',
      'Connections that were opened by a WAN',
      each(line => line.opened),
    ),
    gauge(
      'jalur_wan_share_promised_ratio',
      'Part of new connections that the configuration gives a WAN now, 0 to 1',
      each(line => line.promised),
    ),
    gauge(
      'jalur_wan_share_measured_ratio',
      'Part of the connections of the last minutes that were opened by a WAN, 0 to 1',
      each(line => line.measured),
    ),
    counter(
      'jalur_wan_failovers_total',
      'How often a WAN went down since the start',
      each(line => line.failovers),
    ),
    gauge(
      'jalur_wan_lease_seconds',
      'Time until the DHCP lease of a WAN expires',
      each(line => line.leaseSeconds),
    ),
  ];
}

function ofDecisions({ decisions, journal }: MetricsSnapshot): Family[] {
  const { whole, steps, ...results } = decisions;
  const byResult = Object.entries(results).map(([result, value]) => ({ labels: { result }, value }));
  const byStep = Object.entries(steps).flatMap(([step, histogram]) => histogramSamples(histogram, { step }));
  return [
    counter(
      'jalur_decisions_total',
      'Decisions since the start: changed something, nothing had to change, or the machine refused a part',
      byResult,
    ),
    {
      name: 'jalur_decision_duration_seconds',
      type: 'histogram',
      help: 'From the first cause of a decision until the kernel had it, of decisions that changed something',
      samples: histogramSamples(whole, {}),
    },
    {
      name: 'jalur_decision_step_seconds',
      type: 'histogram',
      help: 'How long each step of a decision took, of decisions that changed something',
      samples: byStep,
    },
    counter('jalur_journal_entries_total', 'Entries written to the journal', maybe(journal?.entries)),
    counter(
      'jalur_journal_lost_total',
      'Entries that could not be written to the journal',
      maybe(journal?.lost),
    ),
  ];
}

const severities = ['error', 'warning', 'info'] as const;

function ofConditions({ conditions }: MetricsSnapshot): Family[] {
  const counts = severities.map(severity => ({
    labels: { severity },
    value: conditions.filter(open => open.severity === severity).length,
  }));
  return [
    gauge('jalur_conditions', 'Conditions that are open now, by severity', counts),
    gauge(
      'jalur_condition_info',
      'A condition that is open now, always 1',
      conditions.map(open => ({ labels: { ...open }, value: 1 })),
    ),
  ];
}

function ofNotifications({ notifications = [] }: MetricsSnapshot): Family[] {
  const each = (value: 'delivered' | 'failed' | 'lost' | 'waiting'): readonly MetricSample[] =>
    notifications.map(({ receiver, channel, ...figures }) => ({
      ...{ labels: { receiver, channel }, value: figures[value] },
    }));
  return [
    counter('jalur_notifications_total', 'Messages that a receiver was delivered', each('delivered')),
    counter('jalur_notifications_failed_total', 'Attempts to deliver a message that failed', each('failed')),
    counter('jalur_notifications_lost_total', 'Messages that were given up', each('lost')),
    gauge('jalur_notifications_waiting', 'Messages that wait to be delivered', each('waiting')),
  ];
}

function ofProcess({ process, startedAt }: MetricsSnapshot): Family[] {
  return [
    gauge(
      'process_start_time_seconds',
      'Start time of the process since the epoch in seconds',
      one(startedAt),
    ),
    counter(
      'process_cpu_seconds_total',
      'User and system CPU time spent in seconds',
      one(process.cpuSeconds),
    ),
    gauge('process_resident_memory_bytes', 'Resident memory size in bytes', one(process.residentBytes)),
  ];
}
