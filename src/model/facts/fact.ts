import type { Language } from '../../text/index.ts';

/** How well a fact is established. */
type Confidence =
  /** Read in source code, in MikroTik's manual, or measured. */
  | 'sure'
  /** From others: forums, third-party pages, printed exports. */
  | 'second-hand'
  /** Follows from what is sure, but stands nowhere. */
  | 'inferred';

/** One thing in which RouterOS 6, RouterOS 7 and our Linux program differ. */
export interface Fact<T> {
  /** What it is about, as a heading. */
  readonly title: string;
  /** `docs/routeros.md#…`, `docs/lab-notes.md#…` or a kernel's file and version. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly v6: T;
  /** Of the newest v7; an unknown minor is taken for it. */
  readonly v7: T;
  /** What releases of v7 before this minor had, the oldest first. */
  readonly v7Before?: readonly { readonly minor: number; readonly value: T }[];
  /** Absent: our Linux program does as the text's version does. */
  readonly linux?: T;
  /** A value as the end of the sentence that `title` begins; in other languages where a finding says it. */
  readonly say: (value: T, language?: Language) => string;
}

/** For facts that are so or not so. */
export const either =
  (yes: string, no: string) =>
  (value: boolean): string =>
    value ? yes : no;
