import { createRequire } from 'node:module';
import type { StoreKind } from './entry.ts';

/** A statement of SQLite, as Node and libsql both have it. */
interface Statement {
  run(...values: readonly (string | number)[]): unknown;
  all(...values: readonly (string | number)[]): readonly unknown[];
}

/** A database of SQLite, as far as we need it. */
export interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type Driver = Exclude<StoreKind, 'lines'>;

const require = createRequire(import.meta.url);

type Open = (path: string) => Sqlite;

/** Each loads what it needs when it is asked for. */
const drivers: Readonly<Record<Driver, () => Open>> = {
  // Since Node 22.13 (nodejs.org/api/sqlite.html).
  'node:sqlite': () => {
    const { DatabaseSync } = quietly(() => require('node:sqlite')) as {
      DatabaseSync: new (path: string) => Sqlite;
    };
    return path => new DatabaseSync(path);
  },
  libsql: () => {
    const Database = require('libsql') as new (path: string) => Sqlite;
    return path => new Database(path);
  },
};

/** The drivers that this machine has, the best first. */
export const sqliteDrivers = (): readonly Driver[] =>
  (['node:sqlite', 'libsql'] as const).filter(driver => opener(driver) !== undefined);

/** Undefined: it is not there. */
function opener(driver: Driver): Open | undefined {
  try {
    return drivers[driver]();
  } catch {
    return undefined;
  }
}

/** Undefined: this machine has no such driver. Throws what the driver says of the file. */
export const openSqlite = (driver: Driver, path: string): Sqlite | undefined => opener(driver)?.(path);

/** Node says once that its SQLite is experimental: no news for users of ours. */
function quietly<T>(load: () => T): T {
  const warn = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return load();
  } finally {
    process.emitWarning = warn;
  }
}
