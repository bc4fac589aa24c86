import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import type { Entry, EntryQuery, JournalStore, KeptEntry, StoreKind } from './entry.ts';
import { openSqlite, type Sqlite } from './sqlite.ts';

const schemaVersion = 1;

// WAL: who reads does not keep the writer waiting, and a kill takes nothing that was committed. NORMAL: only a loss of power may
// take the last moments, and no entry waits for the disk (sqlite.org/pragma.html#pragma_synchronous).
const schema = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA busy_timeout = 2000;
CREATE TABLE IF NOT EXISTS entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  time TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  correlation TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_time ON entry (time);
CREATE INDEX IF NOT EXISTS entry_kind ON entry (kind, time);
PRAGMA user_version = ${schemaVersion};
`;

interface Row {
  readonly id: number;
  readonly time: string;
  readonly kind: string;
  readonly about: string;
  readonly correlation: string;
  readonly body: string;
}

/** Keeps entries in a database of SQLite. Undefined: this machine has no such driver. */
export function openSqlStore(driver: Exclude<StoreKind, 'lines'>, path: string): JournalStore | undefined {
  // Made by hand: SQLite would give it the rights of everybody else's files, and its companions have those of the file.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const database = openSqlite(driver, path);
  if (!database) return undefined;
  database.exec(schema);
  return sqlStore(driver, database);
}

function sqlStore(kind: StoreKind, database: Sqlite): JournalStore {
  const insert = database.prepare(
    'INSERT INTO entry (time, kind, about, correlation, body) VALUES (?, ?, ?, ?, ?)',
  );
  return {
    kind,
    append(entries) {
      atOnce(database, () => {
        for (const entry of entries) insert.run(...columnsOf(entry));
      });
    },
    entries(query = {}) {
      const { sql, values } = select(query);
      return (database.prepare(sql).all(...values) as readonly Row[]).map(keptOf).reverse();
    },
    prune(before, most) {
      database.prepare('DELETE FROM entry WHERE time < ?').run(before);
      database.prepare('DELETE FROM entry WHERE id <= (SELECT max(id) FROM entry) - ?').run(most);
    },
    close: () => database.close(),
  };
}

const columnsOf = ({ time, kind, about, correlation, body }: Entry): readonly string[] => [
  ...[time, kind, about, correlation],
  JSON.stringify(body),
];

const keptOf = ({ body, ...row }: Row): KeptEntry => ({ ...row, body: JSON.parse(body) as unknown });

function atOnce(database: Sqlite, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function select({ since, until, kinds, correlation, beforeId, limit }: EntryQuery) {
  const conditions = [
    ...(since === undefined ? [] : ['time >= ?']),
    ...(until === undefined ? [] : ['time < ?']),
    ...(correlation === undefined ? [] : ['correlation = ?']),
    ...(beforeId === undefined ? [] : ['id < ?']),
    ...(kinds === undefined ? [] : [`kind IN (${kinds.map(() => '?').join(', ')})`]),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return {
    sql: `SELECT id, time, kind, about, correlation, body FROM entry ${where} ORDER BY id DESC LIMIT ?`,
    values: [since, until, correlation, beforeId, ...(kinds ?? []), limit ?? -1].filter(
      value => value !== undefined,
    ),
  };
}
