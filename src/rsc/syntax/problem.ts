import type { Severity } from '../../text/index.ts';
import type { Said } from './said.ts';
import type { Range } from './tree.ts';

export interface ProblemFix {
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
  /** Whatever was meant, it cannot get worse by this. */
  readonly isSafe: boolean;
}

/** A finding before its place is worked out; becomes a `Diagnostic` with `spanOf`. */
export interface Problem {
  readonly id: string;
  readonly severity: Severity;
  readonly what: Said;
  readonly why?: Said | undefined;
  readonly do?: Said | undefined;
  readonly range: Range;
  readonly notes?: readonly { readonly text: Said; readonly range?: Range }[] | undefined;
  /** Replacements that mend it. */
  readonly fix?: ProblemFix | undefined;
}
