import { isDefault } from '../../../net/index.ts';
import type { Figure, Table } from '../../experiments/result.ts';
import { addressingData, balanceData } from '../data.ts';
import { dataOf, type LabReport, shortName } from '../report.ts';
import type { ComparisonWords } from '../say/comparison.ts';

type Experiments = Pick<LabReport, 'experiments'>;

/** What an ISP carried, as parts of all ISPs. */
export interface Share {
  /** `ISP1`. */
  readonly isp: string;
  readonly connections: number;
  readonly connectionShare: number;
  readonly byteShare: number;
}

/** What each ISP carried in the balance experiment; empty where it was not run. */
export function sharesOf(report: Experiments): readonly Share[] {
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

/** Parts of one; small ones keep a digit that is not zero. */
export const percent = (part: number): string =>
  `${(part * 100).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`;

/** An ISP with less of the bytes than this carries only the gateway's own traffic (DHCP, checks). */
const idleShare = 0.01;

/** ISPs that carry none of the users' traffic. */
export const idleIsps = (report: Experiments): readonly string[] =>
  sharesOf(report).flatMap(({ isp, byteShare }) => (byteShare < idleShare ? [isp] : []));

/** Shares of every ISP under every configuration. */
export function shareTable(reports: readonly LabReport[], say: ComparisonWords): Table {
  return {
    title: say.shares,
    columns: say.shareColumns,
    rows: reports.flatMap(report =>
      sharesOf(report).map(({ isp, connections, connectionShare, byteShare }) => [
        shortName(report),
        isp,
        String(connections),
        percent(connectionShare),
        percent(byteShare),
      ]),
    ),
  };
}

/** The same for one configuration, drawn. */
export function shareFigure(report: LabReport, say: ComparisonWords): Figure {
  return {
    kind: 'bars',
    title: say.shareFigure(shortName(report)),
    unit: '%',
    bars: sharesOf(report).map(({ isp, connectionShare }) => ({ name: isp, value: connectionShare * 100 })),
  };
}

/** Which default routes are not active under a configuration that leaves an ISP idle, and why. */
export function idleTable(report: LabReport, say: ComparisonWords): Table {
  const { data } = addressingData.safeParse(dataOf(report, 'addressing'));
  const routes = data?.inactive.filter(({ destination }) => isDefault(destination)) ?? [];
  return {
    title: say.whyIdle(idleIsps(report), shortName(report)),
    columns: say.idleColumns,
    rows: routes.map(({ gateway, table, place, reason }) => [gateway, table, place || say.byDhcp, reason]),
    note: say.idleNote,
  };
}
