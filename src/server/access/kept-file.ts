import {
  chownSync,
  closeSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from '@hono/zod-openapi';
import { EnvironmentError } from '../../sys/index.ts';

/** To whom files of the pages belong, where root writes them. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Makes a folder that its owner alone may enter; one that is there stays as it is. */
export function makePrivateFolder(folder: string, owner?: Owner): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined && owner) chownSync(folder, owner.uid, owner.gid);
}

/**
 * A small file in JSON that only its owner can read, written whole or not at all, and read again when somebody else (`jalur passwd`,
 * `jalur token`) has written it. Throws EnvironmentError where a
 * file is not what it should be: nobody gets in by a broken one.
 */
export class KeptFile<T> {
  readonly path: string;
  readonly #schema: z.ZodType<T>;
  readonly #empty: T;
  #held: T | undefined;
  #seen: { readonly stamp: string; readonly value: T } | undefined;

  constructor(path: string, schema: z.ZodType<T>, empty: T) {
    this.path = path;
    this.#schema = schema;
    this.#empty = empty;
  }

  read(): T {
    const stamp = this.#stamp();
    if (stamp === undefined) return this.#held ?? this.#empty;
    if (this.#seen?.stamp !== stamp)
      this.#seen = { stamp, value: this.#parsed(readFileSync(this.path, 'utf8')) };
    return this.#seen.value;
  }

  #parsed(text: string): T {
    try {
      return this.#schema.parse(JSON.parse(text));
    } catch (cause) {
      throw new EnvironmentError(
        'COMMAND_FAILED',
        {
          en: `${this.path} is not what jalur writes there.`,
          id: `${this.path} bukan yang ditulis jalur di situ.`,
        },
        {
          en: 'Nobody gets in by it: move it away, then set passwords and make tokens anew (jalur passwd, jalur token).',
          id: 'Tidak ada yang bisa masuk dengannya: pindahkan, lalu buat password dan token baru (jalur passwd, jalur token).',
        },
        { cause },
      );
    }
  }

  /** Holds where there is no file: in memory alone, for this run. */
  hold(value: T): void {
    this.#held = value;
  }

  /** Root may write here too: a link that is found in the way is never followed. */
  write(value: T, owner?: Owner): void {
    makePrivateFolder(dirname(this.path), owner);
    const next = `${this.path}.new`;
    rmSync(next, { force: true });
    const fd = openSync(next, 'wx', 0o600);
    try {
      writeFileSync(fd, `${JSON.stringify(value, undefined, 2)}\n`);
      if (owner) fchownSync(fd, owner.uid, owner.gid);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(next, this.path);
  }

  #stamp(): string | undefined {
    try {
      const { ino, mtimeMs, size } = statSync(this.path);
      return `${ino} ${mtimeMs} ${size}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }
}
