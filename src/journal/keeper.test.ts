import { expect, it } from 'vitest';
import { keeper } from './keeper.ts';
import type { JournalSaying } from './protocol.ts';
import type { Ring } from './ring/index.ts';
import type { Entry, JournalStore } from './store/index.ts';

const entry = (n: number): Entry => ({
  ...{ time: '2026-01-01T00:00:00.000Z', kind: 'line', about: '', correlation: '', body: n },
});

function bench() {
  const said: JournalSaying[] = [];
  const kept: unknown[] = [];
  const state = { full: false, seconds: [] as number[] };
  const mayWrite = (): void => {
    if (state.full) throw new Error('no space left on device');
  };
  const store: JournalStore = {
    kind: 'lines',
    append(entries) {
      mayWrite();
      kept.push(...entries.map(({ body }) => body));
    },
    ...{ entries: () => [], prune: () => {}, close: () => {} },
  };
  const ring: Ring = {
    ...{ shape: { capacity: 1, tiers: [] }, refused: [], flush: () => {}, close: () => {} },
    add(timeS) {
      mayWrite();
      state.seconds.push(timeS);
    },
  };
  const one = keeper({ openStore: () => store, openRing: () => ring, say: saying => said.push(saying) });
  return { ...one, said, kept, state };
}

it('entries → written together, and counted', () => {
  const { entries, flush, kept, said } = bench();
  entries([entry(1), entry(2)]);
  entries([entry(3)]);
  flush();
  expect(kept).toEqual([1, 2, 3]);
  expect(said).toEqual([
    { kind: 'opened', store: 'lines' },
    { kind: 'written', entries: 3, lost: 0 },
  ]);
});

it('the disk is full → said once; entries wait and are written when there is room, which is said', () => {
  const { entries, flush, kept, said, state } = bench();
  state.full = true;
  entries([entry(1)]);
  expect([flush(), flush()]).toEqual([false, false]);
  expect(said.filter(({ kind }) => kind === 'trouble')).toEqual([
    { kind: 'trouble', what: 'no space left on device' },
  ]);
  state.full = false;
  entries([entry(2)]);
  expect(flush()).toBe(true);
  expect(kept).toEqual([1, 2]);
  expect(said.at(-2)).toEqual({ kind: 'fine' });
});

it('the disk is full for long → the oldest are lost, and counted', () => {
  const { entries, flush, kept, said, state } = bench();
  state.full = true;
  entries(Array.from({ length: 6000 }, (_, n) => entry(n)));
  flush();
  expect(said.at(-1)).toEqual({ kind: 'written', entries: 0, lost: 1000 });
  state.full = false;
  flush();
  expect([kept.length, kept[0]]).toEqual([5000, 1000]);
});

it('seconds that cannot be written → the next ones are; entries and seconds both fail → fine once both are', () => {
  const { entries, flush, samples, said, state } = bench();
  state.full = true;
  samples([{ timeS: 1, values: { a: 1 } }]);
  entries([entry(1)]);
  flush();
  state.full = false;
  samples([
    { timeS: 2, values: { a: 1 } },
    { timeS: 3, values: { a: 1 } },
  ]);
  expect(said.filter(({ kind }) => kind === 'fine')).toEqual([]);
  flush();
  expect(said.filter(({ kind }) => kind === 'fine')).toEqual([{ kind: 'fine' }]);
  expect(state.seconds).toEqual([2, 3]);
});
