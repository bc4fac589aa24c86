import type { LineFigures, Passed } from '../../metrics/index.ts';

/** What is kept of each line, second by second. Rates per second; shares and loss 0 to 1; times in ms. */
export const lineSeries = [
  'up',
  'rtt',
  'jitter',
  'loss',
  'in',
  'out',
  'pin',
  'pout',
  'new',
  'promised',
  'share',
] as const;
export type LineSeries = (typeof lineSeries)[number];

/** The name of a line's series in the ring file. */
export const seriesName = (line: string, series: LineSeries | string): string => `${line}/${series}`;

/** Room for the lines that there are, and some more. */
export const seriesCapacity = (lines: number): number =>
  Math.min(400, Math.max(64, 16 * Math.ceil((lines * lineSeries.length * 1.5 + 4) / 16)));

/** Figures and when they were read (CLOCK_MONOTONIC). */
export interface Reading {
  readonly atMs: number;
  readonly lines: readonly LineFigures[];
  /** Probes were asked what they measure; else nothing is known of that now. */
  readonly isProbed: boolean;
  /** Connections that the kernel tracks. */
  readonly tracked: number | undefined;
}

/** The values of the second between two readings. What is not known is left out. */
export function seriesOf(
  { atMs, lines, isProbed, tracked }: Reading,
  before: Reading | undefined,
): Record<string, number | undefined> {
  const seconds = before ? (atMs - before.atMs) / 1000 : 0;
  const values = lines.flatMap(line => {
    const was = before?.lines.find(({ wan }) => wan === line.wan);
    const own = { ...lineValues(line, was, seconds), ...(isProbed && probedValues(line)) };
    return lineSeries.map(series => [seriesName(line.wan, series), own[series]] as const);
  });
  return { ...Object.fromEntries(values), connections: tracked };
}

type Values = Readonly<Partial<Record<LineSeries, number | undefined>>>;

function lineValues(line: LineFigures, was: LineFigures | undefined, seconds: number): Values {
  const { status, promised, measured } = line;
  const rate = (now: number | undefined, then: number | undefined): number | undefined =>
    now === undefined || then === undefined || seconds <= 0 || now < then
      ? undefined
      : (now - then) / seconds;
  const passed = (which: 'received' | 'sent', what: keyof Passed) =>
    rate(line[which]?.[what], was?.[which]?.[what]);
  const bits = (bytes: number | undefined): number | undefined =>
    bytes === undefined ? undefined : bytes * 8;
  return {
    up: status === 'down' ? 0 : 1,
    in: bits(passed('received', 'bytes')),
    out: bits(passed('sent', 'bytes')),
    pin: passed('received', 'packets'),
    pout: passed('sent', 'packets'),
    new: rate(line.opened, was?.opened),
    promised,
    share: measured,
  };
}

const probedValues = ({ roundTripSeconds, jitterSeconds, loss }: LineFigures): Values => ({
  ...{ rtt: ms(roundTripSeconds), jitter: ms(jitterSeconds), loss },
});

const ms = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1000;
