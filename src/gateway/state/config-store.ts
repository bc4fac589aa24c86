import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../files/index.ts';
import { hasFields, isText, listOf, storedJson } from './stored.ts';
import type { StoredTrial, Texts } from './trial-store.ts';

// Texts of configurations that were in force, so that one can return to them. They hold what their files hold, secrets too.

/** Where texts were read from, and what they said. */
export type StoredTexts = StoredTrial['before'];

/** What names a configuration: the names of its files and what they say. */
export function digestOf(texts: Texts): string {
  const hash = createHash('sha256');
  for (const name of [...texts.keys()].sort()) hash.update(`${name}\0${texts.get(name)}\0`);
  return hash.digest('hex');
}

const folderOf = (dir: string): string => join(dir, 'configurations');
const fileOf = (dir: string, digest: string): string => join(folderOf(dir), `${digest}.json`);

/** The latest so many are kept. */
const most = 30;

/** Keeps texts that are in force. Throws errors of the file system. */
export function storeTexts(dir: string, texts: Texts, source: readonly string[]): void {
  const folder = folderOf(dir);
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  const stored: StoredTexts = {
    source: [...source],
    texts: [...texts].map(([file, text]) => ({ file, text })),
  };
  replaceFile(fileOf(dir, digestOf(texts)), JSON.stringify(stored), 0o600);
  const kept = readdirSync(folder).map(name => join(folder, name));
  const byAge = kept.map(path => ({ path, at: statSync(path).mtimeMs })).sort((a, b) => b.at - a.at);
  for (const { path } of byAge.slice(most)) rmSync(path, { force: true });
}

const isStored = (value: unknown): value is StoredTexts =>
  hasFields(value, {
    source: listOf(isText),
    texts: listOf(one => hasFields(one, { file: isText, text: isText })),
  });

/** Undefined: they are not kept, or spoilt. */
export function storedTexts(dir: string, digest: string): StoredTexts | undefined {
  const found = storedJson(fileOf(dir, digest));
  if (!isStored(found)) return undefined;
  const texts = new Map(found.texts.map(({ file, text }) => [file, text]));
  return digestOf(texts) === digest ? found : undefined;
}

/** Of all that are kept. */
export function storedDigests(dir: string): readonly string[] {
  const folder = folderOf(dir);
  return existsSync(folder) ? readdirSync(folder).map(name => name.replace(/\.json$/, '')) : [];
}
