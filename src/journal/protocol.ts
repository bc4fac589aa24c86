import type { Entry, StoreKind } from './store/index.ts';

/** What the thread of a journal is started with. */
export interface JournalPlan {
  /** Folder of the journal, which exists. */
  readonly dir: string;
  /** Series that the ring file has room for, where it is made anew. */
  readonly capacity: number;
}

/** By series. */
type Values = Readonly<Record<string, number | undefined>>;

/** What was measured in a second (Unix time). */
export interface Sample {
  readonly timeS: number;
  readonly values: Values;
}

/** Orders for it. */
export type JournalOrder =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'samples'; readonly samples: readonly Sample[] }
  | { readonly kind: 'close' };

/** What it says. `trouble`: it cannot write; `fine`: it can again. */
export type JournalSaying =
  | { readonly kind: 'opened'; readonly store: StoreKind }
  | { readonly kind: 'written'; readonly entries: number; readonly lost: number }
  | { readonly kind: 'trouble'; readonly what: string }
  | { readonly kind: 'fine' };
