import { createHash, randomBytes } from 'node:crypto';
import type { Caller, ScopeName } from './scope.ts';

interface Kept {
  readonly user: string;
  readonly scope: ScopeName;
  readonly begunAtMs: number;
  /** When the password was set that opened it. */
  readonly changedAt: string;
  lastAtMs: number;
}

/** A session ends when nobody used it for so long, and in any case after so long. */
const idleMs = 12 * 3_600_000;
const longestMs = 7 * 86_400_000;
/** Of one user; the oldest goes. */
const mostOfOne = 32;

export const sessionSeconds = longestMs / 1000;

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64');

/** Who is logged in. In memory alone: a restart asks for the password again. Only hashes of the numbers are kept. */
export class Sessions {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number of a new session, 192 bits of chance. */
  begin(user: string, scope: ScopeName, changedAt: string): string {
    const own = [...this.#kept].filter(([, one]) => one.user === user);
    if (own.length >= mostOfOne) this.#kept.delete(own[0]?.[0] ?? '');
    const id = randomBytes(24).toString('base64url');
    const nowMs = this.#now();
    this.#kept.set(keyOf(id), { user, scope, changedAt, begunAtMs: nowMs, lastAtMs: nowMs });
    return id;
  }

  /**
   * `changedAt`: when a user's password was set; undefined: there is no such user any more. `isUse`: it is used by this, and not only
   * looked at.
   */
  find(id: string, changedAt: (user: string) => string | undefined, isUse = true): Caller | undefined {
    const key = keyOf(id);
    const found = this.#kept.get(key);
    if (!found) return undefined;
    const nowMs = this.#now();
    const isOver = nowMs - found.lastAtMs > idleMs || nowMs - found.begunAtMs > longestMs;
    if (isOver || changedAt(found.user) !== found.changedAt) {
      this.#kept.delete(key);
      return undefined;
    }
    if (isUse) found.lastAtMs = nowMs;
    const endMs = Math.min(found.lastAtMs + idleMs, found.begunAtMs + longestMs);
    return { name: found.user, scope: found.scope, via: 'session', expiresAt: new Date(endMs).toISOString() };
  }

  end(id: string): void {
    this.#kept.delete(keyOf(id));
  }
}
