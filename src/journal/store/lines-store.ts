import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { replaceFile } from '../../files/index.ts';
import type { EntryQuery, JournalStore, KeptEntry } from './entry.ts';

/** A file of this size is put aside, and the one that was put aside before it goes. Bytes. */
const largestFile = 32e6;

/** Keeps entries as JSON, one a line: where there is no SQLite. */
export function openLinesStore(path: string): JournalStore {
  const old = `${path}.1`;
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  mend(path);
  let size = readFileSync(path).length;
  let last = [...linesOf(old), ...linesOf(path)].at(-1)?.id ?? 0;
  return {
    kind: 'lines',
    append(entries) {
      if (entries.length === 0) return;
      const numbered = entries.map((entry): KeptEntry => ({ id: ++last, ...entry }));
      const text = numbered.map(entry => `${JSON.stringify(entry)}\n`).join('');
      if (size + text.length > largestFile) {
        renameSync(path, old);
        size = 0;
      }
      appendFileSync(path, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    },
    entries: query => chosen([...linesOf(old), ...linesOf(path)], query),
    prune(before, most) {
      const all = [...linesOf(old), ...linesOf(path)];
      const kept = all.filter(({ id, time }) => time >= before && id > last - most);
      if (kept.length === all.length) return;
      replaceFile(path, kept.map(entry => `${JSON.stringify(entry)}\n`).join(''));
      rmSync(old, { force: true });
      size = readFileSync(path).length;
    },
    close() {},
  };
}

/** A line that was written in part ends here, so that the next one does not begin in it. */
function mend(path: string): void {
  const text = readFileSync(path, 'utf8');
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
}

/** Lines that can be read; what a kill left of one cannot. */
function linesOf(path: string): readonly KeptEntry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8').split('\n').flatMap(entryOf);
}

function entryOf(line: string): readonly KeptEntry[] {
  if (line === '') return [];
  try {
    const entry = JSON.parse(line) as Partial<KeptEntry> | null;
    return typeof entry?.id === 'number' && typeof entry.time === 'string' ? [entry as KeptEntry] : [];
  } catch {
    return [];
  }
}

function chosen(
  all: readonly KeptEntry[],
  { since, until, kinds, correlation, beforeId, limit }: EntryQuery = {},
): readonly KeptEntry[] {
  const found = all.filter(
    ({ id, time, kind, correlation: own }) =>
      (since === undefined || time >= since) &&
      (until === undefined || time < until) &&
      (kinds === undefined || kinds.includes(kind)) &&
      (correlation === undefined || own === correlation) &&
      (beforeId === undefined || id < beforeId),
  );
  return limit === undefined ? found : found.slice(Math.max(0, found.length - limit));
}
