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

/** Who changed what and from where, and who tried: lines of JSON in a file that only grows. Nothing of it is a secret. */
export class AuditLog {
  readonly path: string;
  readonly #now: () => number;
  #count = 0;

  constructor(folder: string, now: () => number) {
    this.path = join(folder, 'audit.jsonl');
    this.#now = now;
  }

  /** Throws where it cannot be written: what cannot be written down is not done. */
  open(): void {
    makePrivateFolder(dirname(this.path));
    closeSync(openSync(this.path, 'a', 0o600));
  }

  add(one: Omit<AuditRecord, 'id' | 'time'>): void {
    const nowMs = this.#now();
    this.#count += 1;
    const id = `${nowMs.toString(36)}-${process.pid.toString(36)}-${this.#count.toString(36)}`;
    const record: AuditRecord = { id, time: new Date(nowMs).toISOString(), ...one };
    makePrivateFolder(dirname(this.path));
    if (existsSync(this.path) && statSync(this.path).size > longest) renameSync(this.path, `${this.path}.1`);
    appendFileSync(this.path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  }

  /** The latest first. */
  entries(since?: string): readonly AuditRecord[] {
    const all = [`${this.path}.1`, this.path].filter(file => existsSync(file)).flatMap(file => linesOf(file));
    return all.filter(({ time }) => since === undefined || time >= since).reverse();
  }
}

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
