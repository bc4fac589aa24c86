import { existsSync } from 'node:fs';
import { journalFiles } from './journal-files.ts';
import { openRingFile, type RingReader, readRing } from './ring/index.ts';
import {
  type EntryQuery,
  type JournalStore,
  type KeptEntry,
  openLinesStore,
  openSqlStore,
  sqliteDrivers,
} from './store/index.ts';

/** The best store that this machine has. Throws what the machine says. */
export function openStore(dir: string): JournalStore {
  const { database, lines } = journalFiles(dir);
  for (const driver of sqliteDrivers()) {
    const store = openSqlStore(driver, database);
    if (store) return store;
  }
  return openLinesStore(lines);
}

/** What is kept there, to be read. */
export interface Past {
  readonly entries: (query?: EntryQuery) => readonly KeptEntry[];
  readonly ring: RingReader | undefined;
  close(): void;
}

/** Undefined: nothing is kept there. Throws what the machine says. */
export function openPast(dir: string): Past | undefined {
  const { database, lines, ring } = journalFiles(dir);
  const [driver] = sqliteDrivers();
  const stores = [
    ...(existsSync(lines) ? [openLinesStore(lines)] : []),
    ...(existsSync(database) && driver ? [openSqlStore(driver, database)] : []),
  ].filter(store => store !== undefined);
  const file = existsSync(ring) ? openRingFile(ring, { readOnly: true }) : undefined;
  if (stores.length === 0 && !file) return undefined;
  return {
    entries: query => stores.flatMap(store => store.entries(query)),
    ring: file && readRing(file),
    close() {
      for (const store of stores) store.close();
      file?.close();
    },
  };
}
