import type { Said, Severity } from '../../../text/index.ts';

/** What an action becomes. */
export type Effect =
  /** nft statements; empty for an action that only counts. */
  | { readonly kind: 'statements'; readonly text: string }
  /** Linux need not do it: the rule is left out, with a word to the user. */
  | { readonly kind: 'ignored'; readonly why: Said; readonly severity: Severity }
  /** Linux cannot do it: the rule is left out. */
  | { readonly kind: 'refused'; readonly why: Said };

export const statements = (text: string): Effect => ({ kind: 'statements', text });
export const ignored = (why: Said, severity: Severity = 'info'): Effect => ({
  kind: 'ignored',
  why,
  severity,
});
export const refused = (why: Said): Effect => ({ kind: 'refused', why });
