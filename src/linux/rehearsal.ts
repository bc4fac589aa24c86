import type { Said } from '../text/index.ts';

/** What the kernel thinks of a table that it does not have yet. */
export type Rehearsal =
  | { readonly kind: 'taken' }
  /** `line`: of the table's text, from 0; `said`: nft's words about it. */
  | { readonly kind: 'refused'; readonly line: number; readonly said: string }
  /** Nobody could be asked. */
  | { readonly kind: 'not-asked'; readonly why: string; readonly do: Said };
