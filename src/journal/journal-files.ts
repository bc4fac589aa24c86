import { join } from 'node:path';

/** Where each part of a journal lies, in the folder of what outlives a reboot. */
export const journalFiles = (dir: string) => ({
  database: join(dir, 'journal.db'),
  lines: join(dir, 'journal.ndjson'),
  ring: join(dir, 'series.ring'),
});
