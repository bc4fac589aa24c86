import { showRate } from '../../net/index.ts';
import type { Figure, Table } from '../experiment.ts';
import { addressingData, balanceData, failoverData, speedData } from './data.ts';
import { showMs, showNumber } from './format.ts';
import type { LabReport } from './report.ts';

/** Several reports side by side, as sentences, tables and figures: the faces only draw them. */
export interface Comparison {
  /** One sentence: what the difference is. */
  readonly headline: string;
  readonly verdicts: Table;
  readonly shares: Table;
  /** One for each report that measured the balance. */
  readonly figures: readonly Figure[];
  readonly failover: Table;
  readonly speed: Table;
  /** For each report that leaves an ISP idle: which default routes are not active, and why. */
  readonly idle: readonly Table[];
}

/** `examples/paper` → `paper`. */
export const shortName = ({ configuration }: LabReport): string =>
  configuration.split('/').at(-1) ?? configuration;

const dataOf = (report: LabReport, name: string): unknown =>
  report.experiments.find(experiment => experiment.name === name)?.data;

/** What an ISP carried, as parts of all ISPs. */
interface Share {
  readonly isp: string;
  readonly connections: number;
  readonly connectionShare: number;
  readonly byteShare: number;
}

function sharesOf(report: LabReport): readonly Share[] {
  const { data } = balanceData.safeParse(dataOf(report, 'balance'));
  const wans = Object.entries(data?.perWan ?? {});
  const part = (key: 'connections' | 'bytes', value: number): number =>
    value / (wans.reduce((sum, [, wan]) => sum + wan[key], 0) || 1);
  return wans.map(([isp, wan]) => ({
    isp: isp.toUpperCase(),
    connections: wan.connections,
    connectionShare: part('connections', wan.connections),
    byteShare: part('bytes', wan.bytes),
  }));
}

const percent = (part: number): string => `${(part * 100).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`;

/** An ISP with less of the bytes than this carries nothing but the gateway's own chatter. */
const idleShare = 0.01;

function clause(report: LabReport): string {
  const shares = sharesOf(report);
  const idle = idleIsps(report);
  if (shares.length === 0) return `${shortName(report)} was not measured for balance`;
  if (idle.length > 0) return `${shortName(report)} leaves ${idle.join(' and ')} idle`;
  return `${shortName(report)} spreads connections ${shares.map(share => percent(share.connectionShare)).join(' : ')}`;
}

function verdicts(reports: readonly LabReport[]): Table {
  const names = [...new Set(reports.flatMap(({ experiments }) => experiments.map(({ name }) => name)))];
  return {
    title: 'What was found',
    columns: ['experiment', ...reports.map(shortName)],
    rows: names.map(name => [name, ...reports.map(report => findingOf(report, name))]),
  };
}

function findingOf(report: LabReport, name: string): string {
  const found = report.experiments.find(experiment => experiment.name === name);
  return found ? `${found.verdict === 'pass' ? '✓' : '✗'} ${found.finding}` : '–';
}

function shareTable(reports: readonly LabReport[]): Table {
  return {
    title: 'Shares of the ISPs',
    repeats: 'Gambar 10',
    columns: ['configuration', 'ISP', 'connections', 'share', 'share of bytes'],
    rows: reports.flatMap(report =>
      sharesOf(report).map(share => [
        shortName(report),
        share.isp,
        String(share.connections),
        percent(share.connectionShare),
        percent(share.byteShare),
      ]),
    ),
  };
}

function shareFigure(report: LabReport): Figure {
  return {
    kind: 'bars',
    title: `${shortName(report)}: share of the connections`,
    unit: '%',
    bars: sharesOf(report).map(({ isp, connectionShare }) => ({ name: isp, value: connectionShare * 100 })),
  };
}

/** One row for each key that any report has, one cell for each report. */
function keyed<T>(
  reports: readonly LabReport[],
  read: (report: LabReport) => readonly T[],
  key: (item: T) => string,
  cell: (item: T) => string,
): readonly (readonly string[])[] {
  const found = reports.map(report => new Map(read(report).map(item => [key(item), cell(item)])));
  const keys = [...new Set(found.flatMap(cells => [...cells.keys()]))];
  return keys.map(name => [name, ...found.map(cells => cells.get(name) ?? '–')]);
}

function failoverTable(reports: readonly LabReport[]): Table {
  const read = (report: LabReport) => failoverData.safeParse(dataOf(report, 'failover')).data?.faults ?? [];
  return {
    title: 'When an ISP fails',
    repeats: 'Gambar 11',
    columns: ['fault', ...reports.map(shortName)],
    rows: keyed(
      reports,
      read,
      ({ wan, fault }) => `${wan.toUpperCase()} ${fault}`,
      ({ restoreMs, pingsLost, tcpBroken, tcpHung }) => {
        const end = restoreMs === null ? 'not served again' : `served again after ${showMs(restoreMs)}`;
        const cost = `${pingsLost} pings lost, TCP: ${tcpBroken} broken, ${tcpHung} hung`;
        return restoreMs === 0 ? `no connection failed, ${cost}` : `${end}, ${cost}`;
      },
    ),
    note: 'unplug: the cable is pulled. blackhole: the ISP is dead behind a modem that still answers.',
  };
}

function speedTable(reports: readonly LabReport[]): Table {
  const read = (report: LabReport) => speedData.safeParse(dataOf(report, 'speed')).data?.rows ?? [];
  const label = (row: ReturnType<typeof read>[number]): string =>
    [row.path, row.servers !== undefined && `${row.servers} servers`, `${row.connections} connections`]
      .filter(part => part !== false)
      .join(', ');
  return {
    title: 'Speed test',
    repeats: 'Gambar 12 to 15',
    columns: ['through', ...reports.map(shortName)],
    rows: keyed(reports, read, label, row => {
      const ping = row.pingMs === null ? '' : `, ping ${showNumber(row.pingMs)} ms`;
      return `${showRate(row.downloadBps)} down, ${showRate(row.uploadBps)} up${ping}`;
    }),
  };
}

const idleIsps = (report: LabReport): readonly string[] =>
  sharesOf(report).flatMap(({ isp, byteShare }) => (byteShare < idleShare ? [isp] : []));

function idleTable(report: LabReport): Table {
  const { data } = addressingData.safeParse(dataOf(report, 'addressing'));
  const routes = data?.inactive.filter(({ destination }) => destination === '0.0.0.0/0') ?? [];
  return {
    title: `Why ${idleIsps(report).join(' and ')} ${idleIsps(report).length === 1 ? 'is' : 'are'} idle in ${shortName(report)}`,
    repeats: 'Gambar 6',
    columns: ['default route by', 'table', 'statement', 'why it is not active'],
    rows: routes.map(({ gateway, table, place, reason }) => [gateway, table, place, reason]),
    note: 'A table without an active route falls through to main: its packets leave by the ISP of main.',
  };
}

/** Puts reports beside each other; columns are in the order of the reports. */
export function compare(reports: readonly LabReport[]): Comparison {
  const clauses = reports.map(clause).join('; ');
  return {
    headline: `${clauses.charAt(0).toUpperCase()}${clauses.slice(1)}.`,
    verdicts: verdicts(reports),
    shares: shareTable(reports),
    figures: reports.filter(report => sharesOf(report).length > 0).map(shareFigure),
    failover: failoverTable(reports),
    speed: speedTable(reports),
    idle: reports.filter(report => idleIsps(report).length > 0).map(idleTable),
  };
}
