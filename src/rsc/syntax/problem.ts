import type { Severity } from '../../text/index.ts';
import type { Range } from './tree.ts';

/** A finding before its place is worked out; becomes a `Diagnostic` with `spanOf`. */
export interface Problem {
  readonly id: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why?: string | undefined;
  readonly do?: string | undefined;
  readonly range: Range;
  readonly notes?: readonly { readonly text: string; readonly range?: Range }[] | undefined;
  readonly fix?: readonly { readonly range: Range; readonly text: string }[] | undefined;
}
