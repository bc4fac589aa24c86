import { duration, percent } from '../checks.ts';
import { type Conclusion, type Judging, onlyPiece } from '../define.ts';
import type { SharesExpectation } from '../expect.ts';
import type { Figure, Point, Table } from '../result.ts';
import { rates, type SharesLog } from './data.ts';
import { changesOf, type Followed } from './followed.ts';
import type { SharesWords } from './say.ts';

/** What came of it: the shares in force and those of the connections that were opened, over time. */
export function judgeShares({ pieces, say }: Judging<SharesExpectation, SharesLog, SharesWords>): Conclusion {
  const log = onlyPiece(pieces);
  const changes = changesOf(log);
  const fetched = log.opened.flatMap(({ by }) => Object.values(by)).reduce((sum, one) => sum + one, 0);
  const kept = Object.values(log.sessions).reduce((sum, one) => sum + one, 0);
  return {
    finding: [
      ...changes.map(change =>
        say.finding(log.isp.toUpperCase(), say.changes[change.change], wayOf(change, say)),
      ),
      say.connectionsFound(fetched, kept, log.broken.length + kept - log.sessions.alive),
    ].join(' '),
    keys: changes.map(({ change, halfMs }) => ({
      ...{ name: say.halfAfter(say.changes[change]), unit: 'ms', value: halfMs ?? null, none: say.never },
    })),
    checks: [],
    data: {
      isp: log.isp,
      rates,
      changes: changes.map(({ halfMs, ...one }) => ({ ...one, halfMs: halfMs ?? null })),
      ...{ fetched, broken: log.broken, sessions: log.sessions },
    },
    tables: [table(log, changes, say)],
    figures: [figure(log, changes, say)],
    notes: [say.note],
  };
}

function wayOf({ from, inTime, last, halfMs }: Followed, say: SharesWords) {
  const time = duration(say, halfMs);
  return { from: percent(from), inTime: percent(inTime), last: percent(last), time };
}

function table({ isp }: SharesLog, changes: readonly Followed[], say: SharesWords): Table {
  const { rate, before, exact, inTime, end, half } = say.columns;
  return {
    title: say.table(isp.toUpperCase()),
    columns: [
      rate,
      { title: before, unit: '%' },
      { title: inTime, unit: '%' },
      { title: end, unit: '%' },
      { title: exact, unit: '%' },
      { title: half, unit: 'ms', none: say.never },
    ],
    rows: changes.map(one => [
      say.changes[one.change],
      ...[one.from, one.inTime, one.last, one.exact].map(share => share * 100),
      one.halfMs ?? null,
    ]),
  };
}

function figure(log: SharesLog, changes: readonly Followed[], say: SharesWords): Figure {
  const name = log.isp.toUpperCase();
  const shareOf = (by: Readonly<Record<string, number>>): number | null => {
    const total = Object.values(by).reduce((sum, one) => sum + one, 0);
    return total === 0 ? null : (100 * (by[log.isp] ?? 0)) / total;
  };
  const points = (all: SharesLog['shares']): readonly Point[] =>
    all.map(({ atMs, by }) => [atMs, shareOf(by)] as const);
  return {
    kind: 'timeline',
    title: say.figure(name),
    quantity: say.share(name),
    unit: '%',
    series: [
      { name: say.inForce, points: points(log.shares) },
      { name: say.ofConnections, points: points(log.opened) },
    ],
    marks: [
      { atMs: log.loweredMs, label: say.markLowered },
      { atMs: log.raisedMs, label: say.markRaised },
    ],
    limits: [...new Map(changes.map(({ change, exact }) => [change, exact * 100]))].map(
      ([change, value]) => ({
        ...{ name: say.exactWhen(say.changes[change]), value },
      }),
    ),
    measure: { name: say.halfAfter(say.changes.lowered), unit: 'ms', value: changes[0]?.halfMs ?? null },
  };
}
