/** What an experiment reports while it runs: one line of progress, with how far it is (0..1). */
export type Progress = (fraction: number, line: string) => void;

/** One statement that decides the verdict: what was expected, what was measured, does it hold. */
export interface Check {
  readonly what: string;
  readonly expected: string;
  readonly measured: string;
  readonly holds: boolean;
}

/**
 * What must hold on every bench whatever its topology file says: a check with the sentence that is said where it does not
 * hold.
 */
export interface Requirement extends Check {
  /** `No connection of a client succeeds.` */
  readonly wrong: string;
}

/**
 * `measured`: no expectation is stated, and nothing that must hold everywhere is violated. `reproduced`: every check holds, and
 * what the example is expected to show is a defect.
 */
export type Verdict = 'pass' | 'measured' | 'reproduced' | 'fail';

/** What stands before a verdict; it never is told by a colour alone. */
export const verdictSign: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  measured: '·',
  reproduced: '!',
  fail: '✗',
};

const gravest: readonly Verdict[] = ['fail', 'reproduced', 'measured'];

/** The verdict of several: the gravest decides. What is only measured shows no expected result. */
export const verdictOfAll = (verdicts: readonly Verdict[]): Verdict =>
  gravest.find(verdict => verdicts.includes(verdict)) ?? 'pass';

/** A number that tells what an experiment is about, for the first screen and for the text of several runs. */
export interface KeyFigure {
  /** `restored after ISP1 blackhole`. */
  readonly name: string;
  readonly unit?: Unit | undefined;
  readonly value: Amount;
  /** Stands for null. */
  readonly none?: string | undefined;
}

/** One of several runs of an experiment. */
export interface Run {
  readonly verdict: Verdict;
  readonly finding: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly durationMs: number;
}

/** What a number counts in; tables and figures hold numbers in these, and choose the prefix when they are shown. */
export type Unit = 'bit/s' | 'ms' | '%' | 'p/s' | 'B';

/** A number that was measured; null where there is none (never, no answer). With several runs, one of each run. */
export type Amount = number | null | readonly (number | null)[];

/**
 * A sample of a line over time: [ms since start, value, lost]. The value is null where nothing came back; `lost` counts the
 * samples that the point stands for and that were lost (absent: 1 where the value is null, else 0).
 */
export type Point = readonly [number, number | null] | readonly [number, number | null, number];

/** A line over time or a set of bars, as data: drawn by the report, never by the experiment. */
export type Figure = Timeline | Bars;

export interface Timeline {
  readonly kind: 'timeline';
  readonly title: string;
  /** What the values are, for the axis: `round trip`. */
  readonly quantity: string;
  readonly unit: Unit;
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[];
  readonly marks: readonly { readonly atMs: number; readonly label: string }[];
  /** Configured limits, drawn across. */
  readonly limits?: readonly { readonly name: string; readonly value: number }[] | undefined;
  /** The number of a table that decides which of several runs is the usual one: `restored after`. */
  readonly measure: {
    readonly name: string;
    readonly unit?: Unit | undefined;
    readonly value: number | null;
  };
  /** Which run it shows; absent where there was only one. */
  readonly run?: { readonly index: number; readonly of: number; readonly usual: boolean } | undefined;
}

export interface Bars {
  readonly kind: 'bars';
  readonly title: string;
  readonly quantity: string;
  readonly unit: Unit;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly name: string;
  readonly value: Amount;
  /** What the example should show. */
  readonly expected?: number | undefined;
  /** What is configured, and cannot be passed. */
  readonly limit?: number | undefined;
}

/** A column of text, or of numbers in one unit. */
export interface Column {
  readonly title: string;
  /** Absent for text and for counts. */
  readonly unit?: Unit | undefined;
  /** Decimals in the base unit where not all are whole; default 1. */
  readonly digits?: number | undefined;
  /** Stands for null; default a dash. */
  readonly none?: string | undefined;
}

export type Cell = string | Amount;

/** A table shaped like one of the paper's. */
export interface Table {
  readonly title: string;
  /** `Gambar 10` where the table repeats a figure of the paper. */
  readonly repeats?: string | undefined;
  readonly columns: readonly (string | Column)[];
  readonly rows: readonly (readonly Cell[])[];
  readonly note?: string | undefined;
}

/** What one experiment gives back. `data` is the stable, documented part (docs/lab-report.schema.json). */
export interface ExperimentResult {
  readonly name: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** Does the topology file state an expectation for it? */
  readonly judged: boolean;
  /** One sentence: what this example is expected to show here (from its topology file). */
  readonly expectation: string;
  /** What was found: first what is wrong on every bench, then one sentence of the measurement. */
  readonly finding: string;
  readonly keys?: readonly KeyFigure[] | undefined;
  readonly checks: readonly Check[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  /** Of all runs together. */
  readonly durationMs: number;
  /** Where it was run several times: each run. `data` has the median of each of its numbers then. */
  readonly runs?: readonly Run[] | undefined;
}
