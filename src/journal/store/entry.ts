/** Something that happened. */
export interface Entry {
  /** UTC, ISO 8601 with milliseconds. */
  readonly time: string;
  /** `decision`, `line`, `config` … */
  readonly kind: string;
  /** What it is about: an interface, the code of a condition; empty: nothing alone. */
  readonly about: string;
  /** Entries with the same one belong together: a cause, what was decided because of it, what was done. */
  readonly correlation: string;
  readonly body: unknown;
}

/** An entry that is kept; numbers rise from entry to entry, over restarts. */
export interface KeptEntry extends Entry {
  readonly id: number;
}

/** Which entries. Times: ISO 8601, UTC; `until` is not included. */
export interface EntryQuery {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Entries that belong together. */
  readonly correlation?: string | undefined;
  /** Only those with a smaller number. */
  readonly beforeId?: number | undefined;
  /** The latest so many. */
  readonly limit?: number | undefined;
}

/** How entries are kept. */
export type StoreKind = 'node:sqlite' | 'libsql' | 'lines';

/** Keeps entries. Each call throws what the machine says; what was appended is there after a kill. */
export interface JournalStore {
  readonly kind: StoreKind;
  /** All of them or none. */
  append(entries: readonly Entry[]): void;
  /** Oldest first. */
  entries(query?: EntryQuery): readonly KeptEntry[];
  /** Forgets what is older than a time, and all but the latest so many. */
  prune(before: string, most: number): void;
  close(): void;
}
