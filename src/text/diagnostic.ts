import type { Span } from './span.ts';

/** `error`: does not work or cannot be applied; `warning`: likely wrong or fragile; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A second place that belongs to a finding, with its own sentence. */
interface Note {
  readonly text: string;
  readonly span?: Span | undefined;
}

/** One replacement of text that would mend the finding. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * How sure a finding is. `certain`: it was walked, or follows from the text; `likely`: signs speak for it; `assumed`: it is so
 * if an assumption holds that the finding names.
 */
export type Confidence = 'certain' | 'likely' | 'assumed';

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
  /** RouterOS lines that mend it. */
  readonly commands?: readonly string[] | undefined;
  /** Undefined: certain. */
  readonly confidence?: Confidence | undefined;
  /** A packet that shows it, and what becomes of it, as a sentence. */
  readonly counterExample?: string | undefined;
}

/** Is there anything here that must stop a run? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
