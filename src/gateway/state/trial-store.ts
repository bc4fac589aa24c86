import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasFields, isText, listOf, optional, storedJson } from './stored.ts';

/** What outlives a gateway of configurations that nobody has confirmed: their texts are not run, but what stayed. */
export interface StoredTrial {
  readonly format: 1;
  /** Of the texts that were tried last. */
  readonly applied: string;
  /** Of others that were tried before: a file may say them still, whatever was applied from elsewhere since. */
  readonly also?: readonly string[] | undefined;
  /** Where the texts that run instead were read from, and what they said. */
  readonly before: {
    readonly source: readonly string[];
    readonly texts: readonly { readonly file: string; readonly text: string }[];
  };
}

const isStored = (value: unknown): value is StoredTrial =>
  hasFields(value, {
    format: format => format === 1,
    applied: isText,
    also: optional(listOf(isText)),
    before: before =>
      hasFields(before, {
        source: listOf(isText),
        texts: listOf(one => hasFields(one, { file: isText, text: isText })),
      }),
  });

export type Texts = ReadonlyMap<string, string>;

/** What stays in force, with where it was read from. */
export interface Staying {
  readonly texts?: Texts | undefined;
  readonly source?: readonly string[] | undefined;
}

const triedIn = (trial: StoredTrial | undefined): readonly string[] =>
  trial ? [...(trial.also ?? []), trial.applied] : [];

/** Undefined: nothing is left that must not be run. What stays was not taken back, so it may be. */
function storedOf(
  tried: readonly string[],
  { texts = new Map(), source = [] }: Staying,
): StoredTrial | undefined {
  const stays = printOf(texts);
  const also = [...new Set(tried)].filter(one => one !== stays);
  const applied = also.pop();
  if (applied === undefined) return undefined;
  const before = { source: [...source], texts: [...texts].map(([file, text]) => ({ file, text })) };
  return { format: 1, applied, ...(also.length > 0 && { also }), before };
}

/** Are these texts that were tried, and not confirmed? */
export const isTried = (trial: StoredTrial, texts: Texts): boolean => triedIn(trial).includes(printOf(texts));

/** What the texts say, whatever their files are called. */
const printOf = (texts: Texts): string =>
  createHash('sha256')
    .update([...texts.values()].join('\0'))
    .digest('hex');

const fileOf = (dir: string): string => join(dir, 'trial.json');

/** A trial of texts begins, over what is in force. On disk when it returns, before anything is tried. Throws errors of the file system. */
export function beginTrial(dir: string, applied: Texts, before: Staying): void {
  const print = printOf(applied);
  const earlier = triedIn(storedTrial(dir)).filter(one => one !== print);
  store(dir, storedOf([...earlier, print], before));
}

/** This one stays: it is tried no more, and runs instead of others that are. Throws errors of the file system. */
export function settleTrial(dir: string, stays: Staying): void {
  store(dir, storedOf(triedIn(storedTrial(dir)), stays));
}

function store(dir: string, trial: StoredTrial | undefined): void {
  if (!trial) {
    dropTrial(dir);
    return;
  }
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
