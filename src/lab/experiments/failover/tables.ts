import { showRate } from '../../../net/index.ts';
import { duration } from '../checks.ts';
import type { Table } from '../result.ts';
import { type FaultCost, nameOf } from './cost.ts';
import type { FaultRun, PortRow } from './data.ts';
import type { FailoverWords } from './say.ts';

/** One row for each fault. */
export function summary(costs: readonly FaultCost[], say: FailoverWords): Table {
  return {
    title: say.summary,
    columns: say.summaryColumns,
    rows: costs.map(cost => [
      cost.wan.toUpperCase(),
      cost.fault,
      duration(say, cost.detectMs),
      cost.detectedBy || '–',
      cost.restoreMs === 0 ? say.noneLost : duration(say, cost.restoreMs),
      say.of(cost.connectionsFailed, cost.connectionsTried),
      `${cost.pingsLost}`,
      duration(say, cost.pingOutageMs),
      `${cost.tcpBroken}`,
      `${cost.tcpHung}`,
      `${cost.tcpAlive}`,
    ]),
  };
}

/** The ports as Winbox lists them, before and after the fault. */
export function portTables(run: FaultRun, say: FailoverWords): Table[] {
  const name = nameOf(run);
  const columns = say.portColumns;
  return [
    { title: say.portsBefore(name), repeats: 'Gambar 10', columns, rows: run.before.map(portRow) },
    { title: say.portsAfter(name), repeats: 'Gambar 11', columns, rows: run.after.map(portRow) },
  ];
}

const portRow = (row: PortRow): readonly string[] => [
  row.running ? 'R' : '',
  row.name,
  'Ethernet',
  `${row.mtu}`,
  showRate(row.txBps),
  showRate(row.rxBps),
  row.txPps.toFixed(0),
  row.rxPps.toFixed(0),
];
