import { createHash, randomBytes } from 'node:crypto';
import type { Caller, ScopeName } from './scope.ts';

interface Kept {
  readonly user: string;
  readonly scope: ScopeName;
  readonly begunAtMs: number;
  /** When the password was set that opened it. */
  readonly changedAt: string;
  /** Address of whoever logged in. */
  readonly from: string;
  lastAtMs: number;
}

/** A session ends when nobody used it for so long, and in any case after so long. */
const idleMs = 12 * 3_600_000;
const longestMs = 7 * 86_400_000;
/** Of one user; the oldest goes. */
const mostOfOne = 32;

/** A session for people to see: nothing of it opens anything. */
export interface SessionFacts {
  readonly id: string;
  readonly user: string;
  readonly scope: ScopeName;
  readonly from: string;
  readonly begunAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
}

export const sessionSeconds = longestMs / 1000;

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url');
/** By this a session is called; its number cannot be had from it. */
const nameOf = (key: string): string => key.slice(0, 16);

/** Who is logged in. In memory alone: a restart asks for the password again. Only hashes of the numbers are kept. */
export class Sessions {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The number of a new session, 192 bits of chance. */
  begin(user: string, scope: ScopeName, changedAt: string, from: string): string {
    const own = [...this.#kept].filter(([, one]) => one.user === user);
    if (own.length >= mostOfOne) this.#kept.delete(own[0]?.[0] ?? '');
    const id = randomBytes(24).toString('base64url');
    const nowMs = this.#now();
    this.#kept.set(keyOf(id), { user, scope, changedAt, from, begunAtMs: nowMs, lastAtMs: nowMs });
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
    if (endMsOf(found) < nowMs || changedAt(found.user) !== found.changedAt) {
      this.#kept.delete(key);
      return undefined;
    }
    if (isUse) found.lastAtMs = nowMs;
    return { name: found.user, scope: found.scope, via: 'session', expiresAt: iso(endMsOf(found)) };
  }

  end(id: string): void {
    this.#kept.delete(keyOf(id));
  }

  /** Those that open something now, the last used first. */
  all(changedAt: (user: string) => string | undefined): readonly SessionFacts[] {
    const nowMs = this.#now();
    return [...this.#kept]
      .filter(([, one]) => endMsOf(one) >= nowMs && changedAt(one.user) === one.changedAt)
      .sort(([, a], [, b]) => b.lastAtMs - a.lastAtMs)
      .map(([key, one]) => ({
        ...{ id: nameOf(key), user: one.user, scope: one.scope, from: one.from },
        ...{ begunAt: iso(one.begunAtMs), lastUsedAt: iso(one.lastAtMs), expiresAt: iso(endMsOf(one)) },
      }));
  }

  /** Ends the one that is called so. */
  endNamed(name: string): void {
    for (const key of [...this.#kept.keys()]) if (nameOf(key) === name) this.#kept.delete(key);
  }

  /** How the session of this number is called. */
  nameOf(id: string): string {
    return nameOf(keyOf(id));
  }
}

const iso = (ms: number): string => new Date(ms).toISOString();

const endMsOf = ({ lastAtMs, begunAtMs }: Pick<Kept, 'lastAtMs' | 'begunAtMs'>): number =>
  Math.min(lastAtMs + idleMs, begunAtMs + longestMs);
