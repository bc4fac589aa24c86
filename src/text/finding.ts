import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Language, Said } from './language.ts';
import type { Span } from './span.ts';

/** What is found about an item, until its place and the reader's language are known. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly what: Said;
  readonly why?: Said | undefined;
  readonly do?: Said | undefined;
}

/** A finding as its reader gets it. */
export const diagnosticOf = (
  { id, severity, what, why, do: todo }: Finding,
  span: Span,
  language: Language = 'en',
): Diagnostic => ({
  id,
  severity,
  what: what[language],
  ...(why && { why: why[language] }),
  ...(todo && { do: todo[language] }),
  span,
});
