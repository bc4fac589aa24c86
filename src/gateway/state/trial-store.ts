import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasFields, isText, listOf, storedJson } from './stored.ts';

/** What outlives a gateway whose configuration waits to be confirmed: the one before it. */
export interface StoredTrial {
  readonly format: 1;
  /** Of the texts that nobody has confirmed. */
  readonly applied: string;
  /** Where the texts before them were read from, and what they said. */
  readonly before: {
    readonly source: readonly string[];
    readonly texts: readonly { readonly file: string; readonly text: string }[];
  };
}

const isStored = (value: unknown): value is StoredTrial =>
  hasFields(value, {
    format: format => format === 1,
    applied: isText,
    before: before =>
      hasFields(before, {
        source: listOf(isText),
        texts: listOf(one => hasFields(one, { file: isText, text: isText })),
      }),
  });

export type Texts = ReadonlyMap<string, string>;

/** A trial of texts, with what was in force before. */
export const trialOf = (applied: Texts, before: Texts, source: readonly string[]): StoredTrial => ({
  format: 1,
  applied: printOf(applied),
  before: { source: [...source], texts: [...before].map(([file, text]) => ({ file, text })) },
});

/** Are these the texts that were on trial? */
export const isTried = ({ applied }: StoredTrial, texts: Texts): boolean => applied === printOf(texts);

/** What the texts say, whatever their files are called. */
const printOf = (texts: Texts): string =>
  createHash('sha256')
    .update([...texts.values()].join('\0'))
    .digest('hex');

const fileOf = (dir: string): string => join(dir, 'trial.json');

/** On disk when it returns, before anything is tried. Throws errors of the file system. */
export function storeTrial(dir: string, trial: StoredTrial): void {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, JSON.stringify(trial), { mode: 0o600 });
  sync(`${file}.new`);
  renameSync(`${file}.new`, file);
  sync(dir);
}

/** Undefined where there is none, or a spoilt one: it is complete before anything is tried. */
export function storedTrial(dir: string): StoredTrial | undefined {
  const found = storedJson(fileOf(dir));
  return isStored(found) ? found : undefined;
}

/** Gone when it returns, whatever ends the machine then. Throws errors of the file system. */
export function dropTrial(dir: string): void {
  const file = fileOf(dir);
  if (!existsSync(file)) return;
  rmSync(file, { force: true });
  sync(dir);
}

function sync(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
