import type { Figure, LineReport } from '../gateway/index.ts';

/** How figures are written, as whoever prints them does elsewhere. */
export interface FigureTexts {
  readonly lasting: (ms: number) => string;
  readonly ms: (ms: number) => string;
  readonly bitRate: (bps: number) => string;
}

const unknown = '-';

const shown = (value: number | undefined, text: (value: number) => string): string =>
  value === undefined ? unknown : text(value);

/** `99.982 %`: an outage of a minute a month still shows. */
export const finePercent = (part: number): string => `${(part * 100).toFixed(part < 1 ? 3 : 0)} %`;
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

const downMs = ({ outages }: LineReport): number => outages.reduce((sum, one) => sum + one.downMs, 0);

/** A line's row of the first table. */
export function stateCells(line: LineReport, { lasting, ms }: FigureTexts): readonly string[] {
  const { available, measured, outages, roundTripMs, jitterMs, loss, tiphon } = line;
  return [
    line.line,
    shown(available, finePercent),
    percent(measured),
    `${outages.length}`,
    outages.length === 0 ? unknown : lasting(downMs(line)),
    shown(roundTripMs?.avg, ms),
    shown(jitterMs?.avg, ms),
    shown(loss?.avg, percent),
    shown(tiphon?.index, index => index.toFixed(2)),
  ];
}

/** And of the second one. */
export function carriedCells(line: LineReport, { bitRate }: FigureTexts): readonly string[] {
  const { receivedBps, sentBps, promised, share } = line;
  const both = (figure: Figure | undefined): readonly string[] => [
    shown(figure?.avg, bitRate),
    shown(figure?.max, bitRate),
  ];
  return [line.line, ...both(receivedBps), ...both(sentBps), shown(promised, percent), shown(share, percent)];
}
