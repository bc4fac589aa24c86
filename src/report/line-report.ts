import {
  type Figure,
  type Incident,
  type LineReport,
  type LineSeries,
  lineSeries,
  seriesName,
} from '../gateway/index.ts';
import { type Cell, emptyCell, type Point, type RingReader } from '../journal/index.ts';
import { tiphonOf } from './tiphon.ts';

/** From and until, Unix time in s. */
export type Span = readonly [fromS: number, untilS: number];

/** Lines that were measured, by name. */
export function linesOf(ring: RingReader): readonly string[] {
  const ends = '/up';
  const names = ring.names.filter(name => name?.endsWith(ends) === true);
  return names
    .map(name => (name ?? '').slice(0, -ends.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

export function lineReports(
  ring: RingReader,
  span: Span,
  incidents: readonly Incident[],
): readonly LineReport[] {
  const lines = linesOf(ring);
  const names = lines.flatMap(line => lineSeries.map(series => seriesName(line, series)));
  const sums = ring.summaries(names, ...span);
  const drawn = lines.flatMap(line => [seriesName(line, 'up'), seriesName(line, 'rtt')]);
  const points = ring.points(drawn, ...span, mostDrawn);
  const of = (line: string, series: LineSeries): readonly Point[] =>
    points.get(seriesName(line, series)) ?? [];
  const sum = (line: string, series: LineSeries): Cell => sums.get(seriesName(line, series)) ?? emptyCell;
  const opened = lines.map(line => totalOf(sum(line, 'new')));
  const allOpened = opened.reduce((all, count) => all + count, 0);
  return lines.map((line, i): LineReport => {
    const cell = (series: LineSeries): Cell => sum(line, series);
    const [up, rtt, jitter, loss, promised] = [
      cell('up'),
      cell('rtt'),
      cell('jitter'),
      cell('loss'),
      cell('promised'),
    ];
    return {
      line,
      measured: Math.min(1, up.n / Math.max(1, span[1] - span[0])),
      available: up.n === 0 ? undefined : up.avg,
      outages: incidents.filter(one => one.line === line),
      ...{ roundTripMs: figure(rtt), jitterMs: figure(jitter), loss: figure(loss) },
      tiphon: tiphonOf(mean(rtt), mean(jitter), mean(loss)),
      ...{ receivedBps: figure(cell('in')), sentBps: figure(cell('out')) },
      promised: mean(promised),
      share: allOpened === 0 ? undefined : (opened[i] ?? 0) / allOpened,
      ...{ up: of(line, 'up'), roundTrips: of(line, 'rtt') },
    };
  });
}

/** A drawing has no more room. */
const mostDrawn = 1500;

const totalOf = ({ avg, n }: Cell): number => avg * n;
const mean = ({ avg, n }: Cell): number | undefined => (n === 0 ? undefined : avg);
const figure = ({ avg, max, n }: Cell): Figure | undefined => (n === 0 ? undefined : { avg, max });
