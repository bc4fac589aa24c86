import type { JournalEntry } from '../core/index.ts';

/** The latest decisions. */
export interface Journal {
  add(entry: JournalEntry): void;
  /** Oldest first. */
  entries(): readonly JournalEntry[];
}

const kept = 200;

/** Keeps the last 200 decisions in memory; nothing of it is a secret, and nothing is written to disk. */
export function journal(): Journal {
  const list: JournalEntry[] = [];
  return {
    add(entry) {
      list.push(entry);
      if (list.length > kept) list.shift();
    },
    entries: () => [...list],
  };
}
