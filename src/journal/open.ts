import { existsSync } from 'node:fs';
import { journalFiles } from './journal-files.ts';
import { openRingFile } from './ring/index.ts';
import { type JournalStore, openLinesStore, openSqlStore, sqliteDrivers } from './store/index.ts';

/** The best store that this machine has. Throws what the machine says. */
export function openStore(dir: string): JournalStore {
  const { database, lines } = journalFiles(dir);
  for (const driver of sqliteDrivers()) {
    const store = openSqlStore(driver, database);
    if (store) return store;
  }
  return openLinesStore(lines);
}

/** The measurements that are kept there, to be read; undefined: none. */
export function openKeptRing(dir: string) {
  const { ring } = journalFiles(dir);
  return existsSync(ring) ? openRingFile(ring, { readOnly: true }) : undefined;
}
