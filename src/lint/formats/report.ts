import type { Language } from '../../text/index.ts';
import type { KnownFinding } from '../baseline/baseline.ts';
import type { Linted } from '../lint.ts';

interface BaselineCounts {
  readonly new: number;
  readonly known: number;
  readonly resolved: readonly KnownFinding[];
}

/** One file and what was found in it. */
export interface LintedFile extends Linted {
  readonly file: string;
  /** As it was linted. */
  readonly text: string;
  /** Statements that the reader did not understand, and all of them. */
  readonly notUnderstood: number;
  readonly statements: number;
  /** First line of the answer. */
  readonly verdict: string;
  /** Where there is a baseline: findings that are new, and those of the baseline that are still there, and that are not. */
  readonly baseline?: BaselineCounts | undefined;
  /** What was fixed in it before, as data for `--format json`. */
  readonly mended?: object | undefined;
}

/** All files of one call, to be written in a format. */
export interface Report {
  readonly files: readonly LintedFile[];
  readonly language: Language;
  /** Version of jalur. */
  readonly version: string;
}
