import type { Span } from './span.ts';

/** `error`: does not work or cannot be applied; `warning`: likely wrong or fragile; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A second place that belongs to a finding, with its own sentence. */
interface Note {
  readonly text: string;
  readonly span?: Span | undefined;
}

/** One replacement of text that would mend the finding. */
interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A finding about a text. `id` is stable and namespaced by the stage that says it: `rsc/unknown-property`. */
export interface Diagnostic {
  readonly id: string;
  readonly severity: Severity;
  /** What is the case, one sentence. */
  readonly what: string;
  /** Why that matters. */
  readonly why?: string | undefined;
  /** What to do about it. */
  readonly do?: string | undefined;
  readonly span: Span;
  readonly notes?: readonly Note[] | undefined;
  readonly fix?: readonly Edit[] | undefined;
}

/** Is there anything here that must stop a run? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
