import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from './open.ts';
import type { JournalSaying } from './protocol.ts';
import { startJournal } from './thread.ts';

it('the thread ends by itself → said; another one begins and has what was told meanwhile', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'journal-thread-'));
  const heard: JournalSaying[] = [];
  let wake = (): void => {};
  const thread = startJournal({
    ...{ dir, capacity: 64, againMs: 300 },
    onSaying(saying) {
      heard.push(saying);
      wake();
    },
  });
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise<void>(resolve => (wake = resolve));
  };
  // What no gateway sends: a defect in that thread.
  thread.samples(undefined as never);
  await until(() => heard.some(({ kind }) => kind === 'trouble'));
  const entry = { time: '2026-01-01T00:00:00.000Z', kind: 'stopped', about: '', correlation: 'a', body: {} };
  await new Promise(resolve => setTimeout(resolve, 50));
  thread.entries([entry as never]);
  await until(() => heard.some(one => one.kind === 'written' && one.entries === 1));
  expect(heard.map(({ kind }) => kind).filter(kind => kind !== 'written')).toEqual([
    'trouble',
    'fine',
    'opened',
  ]);
  await thread.close();
  rmSync(dir, { recursive: true });
});

it('told twice at once → woken once; told and closed at once → written all the same', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'journal-thread-'));
  const written: number[] = [];
  const thread = startJournal({
    ...{ dir, capacity: 64 },
    onSaying: saying => saying.kind === 'written' && written.push(saying.entries),
  });
  const entry = { time: '2026-01-01T00:00:00.000Z', kind: 'stopped', about: '', correlation: 'a', body: {} };
  for (const about of ['first', 'second']) thread.entries([{ ...entry, about } as never]);
  while (written.length === 0) await new Promise(resolve => setTimeout(resolve, 20));
  expect(written).toEqual([2]);
  thread.entries([entry as never]);
  await thread.close();
  const store = openStore(dir);
  expect(store.entries().map(({ about }) => about)).toEqual(['first', 'second', '']);
  store.close();
  rmSync(dir, { recursive: true });
});
