/** So many wrong passwords are free; each further one doubles the wait. */
const free = 3;
const firstMs = 1000;
const longestMs = 15 * 60_000;
/** After so long without a wrong one an address begins anew. */
const forgottenMs = 60 * 60_000;
/** Addresses that are remembered; the oldest are forgotten first. */
const mostAddresses = 10_000;
/** All addresses together: so many in an hour, then each waits as if it had failed before. */
const mostOfAll = 100;

/** Of one address that are remembered: more than make it wait longest. */
const mostOfOne = 16;

interface Failures {
  /** Whose password was guessed, once for each guess. */
  readonly names: readonly string[];
  readonly lastAtMs: number;
}

/** An address of IPv6 is one of many that its owner has: those of a /64 are one. */
export function attackerOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = plain.includes('::') ? Array(Math.max(0, 8 - first.length - last.length)).fill('0') : [];
  return `${[...first, ...zeros, ...last]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Slows down whoever guesses passwords: by address, and where many addresses guess, all of them. */
export class BackOff {
  readonly #now: () => number;
  readonly #failed = new Map<string, Failures>();
  #all: { readonly sinceMs: number; readonly count: number } = { sinceMs: 0, count: 0 };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** How long this address has to wait, ms; 0: it may try. */
  waitMs(address: string): number {
    const { names, lastAtMs } = this.#of(address);
    const count = names.length;
    const crowd = this.#crowd();
    const beyond = Math.max(count - free, crowd > mostOfAll && count > 0 ? 0 : -1);
    if (beyond < 0) return 0;
    const pauseMs = Math.min(longestMs, firstMs * 2 ** Math.min(beyond, 20));
    return Math.max(0, lastAtMs + pauseMs - this.#now());
  }

  failed(address: string, user: string): void {
    const who = attackerOf(address);
    const { names } = this.#of(address);
    this.#failed.delete(who);
    this.#failed.set(who, { names: [...names, user].slice(-mostOfOne), lastAtMs: this.#now() });
    const [oldest] = this.#failed.keys();
    if (this.#failed.size > mostAddresses && oldest !== undefined) this.#failed.delete(oldest);
    const crowd = this.#crowd();
    this.#all = { sinceMs: crowd === 0 ? this.#now() : this.#all.sinceMs, count: crowd + 1 };
  }

  /** Whoever knows his own password has guessed no other one by that. */
  succeeded(address: string, user: string): void {
    const who = attackerOf(address);
    const { names, lastAtMs } = this.#of(address);
    const left = names.filter(name => name !== user);
    if (left.length === 0) this.#failed.delete(who);
    else this.#failed.set(who, { names: left, lastAtMs });
  }

  #of(address: string): Failures {
    const found = this.#failed.get(attackerOf(address));
    return found && this.#now() - found.lastAtMs < forgottenMs ? found : { names: [], lastAtMs: 0 };
  }

  #crowd(): number {
    return this.#now() - this.#all.sinceMs < forgottenMs ? this.#all.count : 0;
  }
}
