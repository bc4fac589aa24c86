import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { digestOf, storedDigests, storedTexts, storeTexts } from './config-store.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'configs-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const texts = (text: string) => new Map([['office.rsc', text]]);

it('texts that were kept → read again by their digest; for us alone', () => {
  storeTexts(dir, texts('/ip dns'), ['/etc/jalur']);
  const digest = digestOf(texts('/ip dns'));
  expect(storedDigests(dir)).toEqual([digest]);
  expect(storedTexts(dir, digest)).toEqual({
    source: ['/etc/jalur'],
    texts: [{ file: 'office.rsc', text: '/ip dns' }],
  });
  const folder = join(dir, 'configurations');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, `${digest}.json`)).mode & 0o777).toBe(0o600);
});

it('never kept, or somebody changed the file → none', () => {
  expect([storedDigests(dir), storedTexts(dir, 'a'.repeat(64))]).toEqual([[], undefined]);
  storeTexts(dir, texts('one'), []);
  const digest = digestOf(texts('one'));
  const other = JSON.stringify({ source: [], texts: [{ file: 'office.rsc', text: 'two' }] });
  writeFileSync(join(dir, 'configurations', `${digest}.json`), other);
  expect(storedTexts(dir, digest)).toBeUndefined();
});

it('more than are kept → the oldest go, one that came again stays', () => {
  const folder = join(dir, 'configurations');
  for (let i = 0; i < 32; i++) {
    storeTexts(dir, texts(`${i}`), []);
    const path = join(folder, `${digestOf(texts(`${i}`))}.json`);
    utimesSync(path, i, i);
  }
  storeTexts(dir, texts('2'), []);
  expect(readdirSync(folder)).toHaveLength(30);
  expect([0, 1, 2, 31].map(i => storedTexts(dir, digestOf(texts(`${i}`))) !== undefined)).toEqual([
    ...[false, false, true, true],
  ]);
});
