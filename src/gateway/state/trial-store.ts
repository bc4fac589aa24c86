import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const trialSchema = z.object({
  format: z.literal(1),
  /** Of the texts that nobody has confirmed. */
  applied: z.string(),
  /** Where the texts before them were read from, and what they said. */
  before: z.object({
    source: z.array(z.string()),
    texts: z.array(z.object({ file: z.string(), text: z.string() })),
  }),
});

/** What outlives a gateway whose configuration waits to be confirmed: the one before it. */
export type StoredTrial = z.infer<typeof trialSchema>;

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
  try {
    return trialSchema.parse(JSON.parse(readFileSync(fileOf(dir), 'utf8')));
  } catch {
    return undefined;
  }
}

export const dropTrial = (dir: string): void => rmSync(fileOf(dir), { force: true });

function sync(path: string): void {
  const fd = openSync(path, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
