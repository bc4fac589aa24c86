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

/** `measured`: no expectation is stated, and nothing that must hold everywhere is violated. */
export type Verdict = 'pass' | 'measured' | 'fail';

/** What stands before a verdict; it never is told by a colour alone. */
export const verdictSign: Readonly<Record<Verdict, string>> = { pass: '✓', measured: '·', fail: '✗' };

/** The verdict of several: a failure decides; what is only measured shows no expected result. */
export function verdictOfAll(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('measured') ? 'measured' : 'pass';
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
  readonly verdict: Verdict;
  /** Does the topology file state an expectation for it? */
  readonly judged: boolean;
  /** One sentence: what this example is expected to show here (from its topology file). */
  readonly expectation: string;
  /** What was found: first what is wrong on every bench, then one sentence of the measurement. */
  readonly finding: string;
  readonly checks: readonly Check[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly tables: readonly Table[];
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly durationMs: number;
}
