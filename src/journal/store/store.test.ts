import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Entry,
  type JournalStore,
  openLinesStore,
  openSqlStore,
  type StoreKind,
  sqliteDrivers,
} from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalur-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = (second: number, more: Partial<Entry> = {}): Entry => ({
  time: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  ...{ kind: 'line', about: 'ether1', correlation: `c${second}`, body: { n: second } },
  ...more,
});

const there = sqliteDrivers();
const kinds: readonly StoreKind[] = ['node:sqlite', 'libsql', 'lines'];
const isThere = (kind: StoreKind): boolean => kind === 'lines' || there.includes(kind);
const absent = kinds.filter(kind => !isThere(kind));

it(`stores of this machine: ${kinds.filter(isThere).join(', ')}${absent.length > 0 ? `; not here: ${absent.join(', ')}` : ''}`, () => {
  expect(kinds.some(isThere)).toBe(true);
});

describe.each(kinds.filter(isThere))('journal store %s', kind => {
  const path = (): string => join(folder, 'journal');
  const open = (): JournalStore => {
    const store = kind === 'lines' ? openLinesStore(path()) : openSqlStore(kind, path());
    if (!store) throw new Error(`${kind} is gone`);
    return store;
  };
  const numbers = (store: JournalStore, ...query: Parameters<JournalStore['entries']>): unknown[] =>
    store.entries(...query).map(({ body }) => (body as { n: number }).n);

  it('says what it is, and begins empty', () => {
    const store = open();
    expect([store.kind, store.entries()]).toEqual([kind, []]);
    store.append([]);
    expect(store.entries()).toEqual([]);
    store.close();
  });

  it('what is appended → there, oldest first, over restarts, with numbers that rise', () => {
    const store = open();
    store.append([entry(1), entry(2)]);
    store.close();
    const again = open();
    again.append([entry(3, { body: { n: 3, text: 'é "\n' } })]);
    expect(numbers(again)).toEqual([1, 2, 3]);
    expect(again.entries().map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(again.entries().at(-1)).toEqual({ id: 3, ...entry(3, { body: { n: 3, text: 'é "\n' } }) });
    again.close();
  });

  it('asked for times, kinds, the latest → these', () => {
    const store = open();
    store.append([1, 2, 3, 4].map(second => entry(second, { kind: second % 2 === 0 ? 'link' : 'line' })));
    const at = (second: number): string => entry(second).time;
    expect(numbers(store, { since: at(2), until: at(4) })).toEqual([2, 3]);
    expect(numbers(store, { kinds: ['link', 'x'] })).toEqual([2, 4]);
    expect(numbers(store, { kinds: [] })).toEqual([]);
    expect(numbers(store, { limit: 2 })).toEqual([3, 4]);
    expect(numbers(store, { limit: 0 })).toEqual([]);
    expect(numbers(store, { limit: 2, beforeId: 4 })).toEqual([2, 3]);
    store.append([entry(5, { correlation: 'other-1' })]);
    expect(numbers(store, { correlation: 'other-1' })).toEqual([5]);
    store.close();
  });

  it('pruned by age, or by number → the latest stay, and numbers go on', () => {
    const store = open();
    store.append([1, 2, 3, 4, 5].map(second => entry(second)));
    store.prune(entry(2).time, 100);
    expect(numbers(store)).toEqual([2, 3, 4, 5]);
    store.prune('', 2);
    expect(numbers(store)).toEqual([4, 5]);
    store.append([entry(6)]);
    expect(store.entries().at(-1)?.id).toBe(6);
    store.close();
  });

  it('is for its owner alone', () => {
    const store = open();
    store.append([entry(1)]);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    store.close();
  });

  it('read by another while it is written → what is there', () => {
    const store = open();
    store.append([entry(1)]);
    const other = open();
    store.append([entry(2)]);
    expect(numbers(other)).toEqual([1, 2]);
    other.close();
    store.close();
  });
});

it('lines: the last one was written in part, another is no JSON → the others are read, and the next one too', () => {
  const path = join(folder, 'journal');
  const store = openLinesStore(path);
  store.append([entry(1), entry(2), entry(3)]);
  truncateSync(path, statSync(path).size - 10);
  const again = openLinesStore(path);
  again.append([entry(4)]);
  appendFileSync(path, 'null\n{"id":"x"}\nnonsense\n');
  const found = openLinesStore(path).entries();
  expect(found.map(({ body }) => (body as { n: number }).n)).toEqual([1, 2, 4]);
  expect(found.at(-1)?.id).toBe(3);
});

it.skipIf(there.length === 0)(
  'SQLite: the writer is killed (kill -9) → what it had appended is there (skipped where there is no SQLite)',
  () => {
    const path = join(folder, 'journal');
    const [driver] = there;
    if (!driver) return;
    // In this process the store is left open, as a kill leaves it: another process reads the file.
    const store = openSqlStore(driver, path);
    store?.append([entry(1), entry(2)]);
    execFileSync('cp', ['-r', folder, `${folder}-copy`]);
    const copy = openSqlStore(driver, join(`${folder}-copy`, 'journal'));
    expect(copy?.entries().length).toBe(2);
    copy?.close();
    store?.close();
    rmSync(`${folder}-copy`, { recursive: true });
  },
);
