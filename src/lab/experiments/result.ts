/** What an experiment reports while it runs: one line of progress, with how far it is (0..1). */
export type Progress = (fraction: number, line: string) => void;

/** One statement that decides the verdict: what was expected, what was measured, does it hold. */
export interface Check {
  readonly what: string;
  readonly expected: string;
  readonly measured: string;
  readonly holds: boolean;
}

/** A line over time or a set of bars, as data: drawn by the report, never by the experiment. */
export type Figure =
  | {
      readonly kind: 'timeline';
      readonly title: string;
      readonly unit: string;
      /** Points are [ms since start, value]; null is a lost sample. */
      readonly series: readonly {
        readonly name: string;
        readonly points: readonly (readonly [number, number | null])[];
      }[];
      readonly marks: readonly { readonly atMs: number; readonly label: string }[];
    }
  | {
      readonly kind: 'bars';
      readonly title: string;
      readonly unit: string;
      readonly bars: readonly {
        readonly name: string;
        readonly value: number;
        readonly expected?: number | undefined;
      }[];
    };

/** A table shaped like one of the paper's. */
export interface Table {
  readonly title: string;
  /** `Gambar 10` where the table repeats a figure of the paper. */
  readonly repeats?: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string | undefined;
}

/** What one experiment gives back. `data` is the stable, documented part (docs/lab-report.schema.json). */
export interface ExperimentResult {
  readonly name: string;
  readonly title: string;
  readonly verdict: 'pass' | 'fail';
  /** One sentence: what this example is expected to show here (from its topology file). */
  readonly expectation: string;
  /** One sentence: what was found. */
  readonly finding: string;
  readonly checks: readonly Check[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly durationMs: number;
}
