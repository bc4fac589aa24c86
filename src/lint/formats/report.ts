import type { Language } from '../../text/index.ts';
import type { Linted } from '../lint.ts';

/** One file and what was found in it. */
export interface LintedFile extends Linted {
  readonly file: string;
  /** Statements that the reader did not understand, and all of them. */
  readonly notUnderstood: number;
  readonly statements: number;
  /** First line of the answer. */
  readonly verdict: string;
}

/** All files of one call, to be written in a format. */
export interface Report {
  readonly files: readonly LintedFile[];
  readonly language: Language;
  /** Version of jalur. */
  readonly version: string;
}
