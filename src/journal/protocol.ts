import type { Entry, StoreKind } from './store/index.ts';

/** What the thread of a journal is started with. */
export interface JournalPlan {
  /** Folder of the journal, which exists. */
  readonly dir: string;
  /** Series that the ring file has room for, where it is made anew. */
  readonly capacity: number;
}

/** Values of one second, by series. */
export type Values = Readonly<Record<string, number | undefined>>;

/** Orders for it. */
export type JournalOrder =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'sample'; readonly timeS: number; readonly values: Values }
  | { readonly kind: 'close' };

/** What it says. `trouble`: it cannot write; `fine`: it can again. */
export type JournalSaying =
  | { readonly kind: 'opened'; readonly store: StoreKind }
  | { readonly kind: 'written'; readonly entries: number; readonly lost: number }
  | { readonly kind: 'trouble'; readonly what: string }
  | { readonly kind: 'fine' };
