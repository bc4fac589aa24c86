import type { Finding, Span } from '../../text/index.ts';

/** A finding and where it is. */
export interface Placed {
  readonly finding: Finding;
  readonly span: Span;
}
