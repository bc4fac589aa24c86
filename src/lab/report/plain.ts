import { medianOf } from '../experiments/amount.ts';
import { quantityText, tableText } from '../experiments/cells.ts';
import type { Bar, Check, ExperimentResult, Figure, Timeline, Unit, Verdict } from '../experiments/result.ts';

/** A result as it is read, for faces that draw it in their own way: texts with units, and lines as numbers. */
export interface PlainResult {
  readonly name: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly judged: boolean;
  readonly expectation: string;
  readonly finding: string;
  readonly durationMs: number;
  readonly keys: readonly { readonly name: string; readonly text: string }[];
  readonly checks: readonly Check[];
  readonly tables: readonly PlainTable[];
  readonly figures: readonly PlainFigure[];
  readonly notes: readonly string[];
}

interface PlainTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

interface About {
  readonly title: string;
  readonly quantity: string;
  readonly unit: Unit;
}

type PlainFigure =
  | (About & {
      readonly kind: 'timeline';
      /** Points: ms since the start, value; null: nothing came back. */
      readonly series: readonly {
        readonly name: string;
        readonly points: readonly (readonly [number, number | null])[];
      }[];
      readonly marks: Timeline['marks'];
      readonly limits: NonNullable<Timeline['limits']>;
    })
  | (About & { readonly kind: 'bars'; readonly bars: readonly PlainBar[] });

interface PlainBar {
  readonly name: string;
  readonly value: number | null;
  readonly text: string;
  readonly expected?: number;
  readonly limit?: number;
}

export function plainResult({ keys = [], tables, figures, ...result }: ExperimentResult): PlainResult {
  const { name, title, verdict, judged, expectation, finding, durationMs, checks, notes } = result;
  return {
    ...{ name, title, verdict, judged, expectation, finding, durationMs, checks, notes },
    keys: keys.map(one => ({ name: one.name, text: quantityText(one.value, one.unit, one.none) })),
    tables: tables.map(table => ({
      ...{ title: table.title, ...tableText(table) },
      ...(table.note !== undefined && { note: table.note }),
    })),
    figures: figures.map(plainFigure),
  };
}

function plainFigure(figure: Figure): PlainFigure {
  const { title, quantity, unit } = figure;
  if (figure.kind === 'bars')
    return { kind: 'bars', title, quantity, unit, bars: figure.bars.map(bar => plainBar(bar, unit)) };
  const { marks, limits = [] } = figure;
  const series = figure.series.map(({ name, points }) => ({
    name,
    points: points.map(([at, value]) => [at, value] as const),
  }));
  return { kind: 'timeline', title, quantity, unit, series, marks, limits };
}

const plainBar = ({ name, value, expected, limit }: Bar, unit: Unit): PlainBar => ({
  ...{ name, value: medianOf(value), text: quantityText(value, unit) },
  ...(expected !== undefined && { expected }),
  ...(limit !== undefined && { limit }),
});
