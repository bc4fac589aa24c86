import { isDefault } from '../../../net/index.ts';
import type { Amount, Bars, Table } from '../../experiments/result.ts';
import { addressingData, balanceData } from '../data.ts';
import { dataOf, type LabReport, runsOf, shortName } from '../report.ts';
import type { ComparisonWords } from '../say/comparison.ts';
import { amountOf } from './amount-of.ts';

type Experiments = Pick<LabReport, 'experiments'>;

/** What an ISP carried, as parts of all ISPs. */
export interface Share {
  /** `ISP1`. */
  readonly isp: string;
  readonly connections: number;
  readonly connectionShare: number;
  readonly byteShare: number;
}

/** What each ISP carried in one run of the balance experiment; empty where it was not run. */
function sharesIn(run: unknown): readonly Share[] {
  const { data } = balanceData.safeParse(run);
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

/** What each ISP carried: of several runs the median of each number. */
export const sharesOf = (report: Experiments): readonly Share[] => sharesIn(dataOf(report, 'balance'));

/** Parts of one; small ones keep a digit that is not zero. */
export const percent = (part: number): string =>
  `${(part * 100).toFixed(part > 0 && part < 0.001 ? 3 : 1)} %`;

/** An ISP with less of the bytes than this carries only the gateway's own traffic (DHCP, checks). */
const idleShare = 0.01;

/** ISPs that carry none of the users' traffic. */
export const idleIsps = (report: Experiments): readonly string[] =>
  sharesOf(report).flatMap(({ isp, byteShare }) => (byteShare < idleShare ? [isp] : []));

/** One number of one ISP in each run. */
function amount(report: Experiments, isp: string, value: (share: Share) => number): Amount {
  const runs = runsOf(report, 'balance').map(sharesIn);
  return amountOf(
    runs.map(shares => {
      const share = shares.find(one => one.isp === isp);
      return share ? value(share) : null;
    }),
  );
}

const connectionPart = ({ connectionShare }: Share): number => connectionShare * 100;

/** Shares of every ISP under every configuration. */
export function shareTable(reports: readonly LabReport[], say: ComparisonWords): Table {
  const { configuration, connections, connectionShare, byteShare } = say.shareColumns;
  return {
    title: say.shares,
    columns: [
      configuration,
      'ISP',
      connections,
      { title: connectionShare, unit: '%' },
      { title: byteShare, unit: '%', digits: 2 },
    ],
    rows: reports.flatMap(report =>
      sharesOf(report).map(({ isp }) => [
        shortName(report),
        isp,
        amount(report, isp, share => share.connections),
        amount(report, isp, connectionPart),
        amount(report, isp, share => share.byteShare * 100),
      ]),
    ),
  };
}

/** The same for one configuration, drawn. */
export function shareFigure(report: LabReport, say: ComparisonWords): Bars {
  return {
    kind: 'bars',
    title: say.shareFigure(shortName(report)),
    quantity: say.shareColumns.connectionShare,
    unit: '%',
    bars: sharesOf(report).map(({ isp }) => ({ name: isp, value: amount(report, isp, connectionPart) })),
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
