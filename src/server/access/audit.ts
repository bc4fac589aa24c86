import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from '@hono/zod-openapi';
import { makePrivateFolder } from './kept-file.ts';

const entry = z.object({
  id: z.string(),
  time: z.string(),
  who: z.string(),
  via: z.enum(['session', 'token', 'login', 'command']),
  from: z.string(),
  action: z.string(),
  detail: z.string(),
  status: z.int(),
});

export type AuditRecord = z.infer<typeof entry>;

/** One file is so long, and one older is kept. */
const longest = 4 << 20;
/** Of what others write into it. */
const longestWords = 256;

/**
 * Who changed what and from where, and who tried: lines of JSON in files that only grow. Nothing of it is a secret. What was refused, and
 * who came and went, has a file of its own: whoever may change nothing does not drive out what was changed by filling it.
 */
export class AuditLog {
  readonly path: string;
  readonly #tries: string;
  readonly #now: () => number;
  #count = 0;
  /** What was changed and could not be written down. */
  #waiting: readonly AuditRecord[] = [];

  constructor(folder: string, now: () => number) {
    this.path = join(folder, 'audit.jsonl');
    this.#tries = join(folder, 'audit-tries.jsonl');
    this.#now = now;
  }

  /** Changes that were made and are in no file yet: those of before a disk was full. They are written with the next one. */
  get unwritten(): readonly AuditRecord[] {
    return this.#waiting;
  }

  /** Throws where it cannot be written, or where a change before could not: what cannot be written down is not done. */
  open(): void {
    makePrivateFolder(dirname(this.path));
    for (const file of [this.path, this.#tries]) closeSync(openSync(file, 'a', 0o600));
    for (const one of this.#waiting) {
      // It may have begun a line.
      this.#write(this.path, one, '\n');
      this.#waiting = this.#waiting.filter(other => other !== one);
    }
  }

  /** `isTry`: nothing was changed by it. Throws where it cannot be written; a change is kept then, until it can. */
  add({ action, ...one }: Omit<AuditRecord, 'id' | 'time'>, isTry: boolean): void {
    const nowMs = this.#now();
    const file = isTry ? this.#tries : this.path;
    this.#count += 1;
    const id = `${nowMs.toString(36)}-${process.pid.toString(36)}-${this.#count.toString(36)}`;
    const time = new Date(nowMs).toISOString();
    const record: AuditRecord = { id, time, ...one, action: action.slice(0, longestWords) };
    try {
      this.#write(file, record);
    } catch (error) {
      if (!isTry) this.#waiting = [...this.#waiting, record];
      throw error;
    }
  }

  #write(file: string, record: AuditRecord, before = ''): void {
    makePrivateFolder(dirname(file));
    if (existsSync(file) && statSync(file).size > longest) renameSync(file, `${file}.1`);
    appendFileSync(file, `${before}${JSON.stringify(record)}\n`, { mode: 0o600 });
  }

  /** The latest first. */
  entries(since?: string): readonly AuditRecord[] {
    const files = [this.path, this.#tries]
      .flatMap(file => [`${file}.1`, file])
      .filter(file => existsSync(file));
    const from = since === undefined ? 0 : Date.parse(since);
    const known = [...files.flatMap(file => linesOf(file)), ...this.#waiting];
    const all = known.map(one => ({ one, atMs: Date.parse(one.time) }));
    return all
      .filter(({ atMs }) => atMs >= from)
      .sort((a, b) => b.atMs - a.atMs || serial(b.one) - serial(a.one))
      .map(({ one }) => one);
  }
}

/** Of two entries of one moment. */
const serial = ({ id }: AuditRecord): number => Number.parseInt(id.split('-').at(-1) ?? '', 36);

/** What a kill left of a line is no entry. */
const linesOf = (file: string): AuditRecord[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(line => {
      try {
        return [entry.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
