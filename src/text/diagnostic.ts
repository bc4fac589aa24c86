import type { Span } from './span.ts';

/** `error`: does not work or cannot be applied; `warning`: likely wrong or fragile; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A second place that belongs to a finding, with its own sentence. */
interface Note {
  readonly text: string;
  readonly span?: Span | undefined;
}

/** One replacement in a text; an insertion where its span is empty. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What mends a finding. */
export interface Fix {
  /** RouterOS lines for a router that runs the text. */
  readonly commands: readonly string[];
  /** The same as replacements in the text, which do not overlap; empty where only lines for the router are known. */
  readonly edits: readonly Edit[];
  /** Whatever was meant, it cannot get worse by this. */
  readonly isSafe: boolean;
  /** What to know before it is applied. */
  readonly note?: string | undefined;
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
  readonly fix?: Fix | undefined;
  /** Undefined: certain. */
  readonly confidence?: Confidence | undefined;
  /** A packet that shows it, and what becomes of it, as a sentence. */
  readonly counterExample?: string | undefined;
}

/** Is there anything here that must stop a run? */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
