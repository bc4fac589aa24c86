import type { Column, Table } from '../result.ts';
import { type FaultCost, nameOf } from './cost.ts';
import type { FaultRun, PortRow } from './data.ts';
import type { FailoverWords } from './say.ts';

/** One row for each fault: how long it took. */
export function timesTable(costs: readonly FaultCost[], say: FailoverWords): Table {
  const { detected, by, gap } = say.timeColumns;
  const time = (title: string): Column => ({ title, unit: 'ms', none: say.never });
  return {
    title: say.times,
    columns: [say.isp, say.fault, time(detected), by, time(say.restoredMeasure), time(gap)],
    rows: costs.map(cost => [
      cost.wan.toUpperCase(),
      cost.fault,
      cost.detectMs,
      cost.detectedBy || '–',
      cost.restoreMs,
      cost.pingOutageMs,
    ]),
    note: say.timesNote,
  };
}

/** One row for each fault: what was lost. */
export function lossTable(costs: readonly FaultCost[], say: FailoverWords): Table {
  return {
    title: say.losses,
    columns: [say.isp, say.fault, say.lostMeasure, ...say.lossColumns],
    rows: costs.map(cost => [
      cost.wan.toUpperCase(),
      cost.fault,
      cost.pingsLost,
      cost.pingsSent,
      cost.pingsLostBefore,
      cost.connectionsFailed,
      cost.connectionsTried,
      cost.connectionsFailedBefore,
      cost.tcpBroken,
      cost.tcpHung,
      cost.tcpAlive,
    ]),
    note: say.lossNote,
  };
}

/** The ports as Winbox lists them, before and after the fault. */
export function portTables(run: FaultRun, say: FailoverWords): Table[] {
  const name = nameOf(run);
  return [
    {
      title: say.portsBefore(name),
      repeats: 'Gambar 10',
      columns: portColumns,
      rows: run.before.map(portRow),
    },
    { title: say.portsAfter(name), repeats: 'Gambar 11', columns: portColumns, rows: run.after.map(portRow) },
  ];
}

// As Winbox titles them, in every language.
const portColumns: readonly (string | Column)[] = [
  '',
  'Name',
  'Type',
  'Actual MTU',
  { title: 'Tx', unit: 'bit/s' },
  { title: 'Rx', unit: 'bit/s' },
  { title: 'Tx Packet', unit: 'p/s', digits: 0 },
  { title: 'Rx Packet', unit: 'p/s', digits: 0 },
];

const portRow = (row: PortRow) => [
  row.running ? 'R' : '',
  row.name,
  'Ethernet',
  `${row.mtu}`,
  row.txBps,
  row.rxBps,
  row.txPps,
  row.rxPps,
];
