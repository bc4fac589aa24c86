import type { CableSettings } from './table.ts';

/** A packet on its way. */
interface Travelling<P> {
  readonly dueMs: number;
  readonly packet: P;
}

/** One direction of a cable: first in, first out, each packet due its own delay after it came. */
export class RelayQueue<P> {
  #packets: (Travelling<P> | undefined)[] = [];
  #head = 0;
  #lastDueMs = 0;
  readonly #random: () => number;

  /** `random` gives numbers from 0 to below 1. */
  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Takes a packet in at `nowMs`; false where the cable loses it. */
  accept(packet: P, nowMs: number, { delay, jitter, loss, cut }: CableSettings): boolean {
    if (cut || (loss > 0 && this.#random() * 100 < loss)) return false;
    const varied = jitter > 0 ? delay + (this.#random() * 2 - 1) * jitter : delay;
    // A packet never overtakes the one before it: jitter must not look like reordering to TCP.
    this.#lastDueMs = Math.max(this.#lastDueMs, nowMs + varied);
    this.#packets.push({ dueMs: this.#lastDueMs, packet });
    return true;
  }

  /** When the first packet is due; Infinity where none waits. */
  get nextDueMs(): number {
    return this.#packets[this.#head]?.dueMs ?? Number.POSITIVE_INFINITY;
  }

  /** Takes out the first packet if it is due; undefined otherwise. */
  release(nowMs: number): P | undefined {
    const first = this.#packets[this.#head];
    if (!first || first.dueMs > nowMs) return undefined;
    this.#packets[this.#head++] = undefined;
    this.#compact();
    return first.packet;
  }

  // Shifting an array copies it; dropping its used front now and then keeps both time and memory constant.
  #compact(): void {
    if (this.#head < this.#packets.length && this.#head < 1024) return;
    this.#packets.splice(0, this.#head);
    this.#head = 0;
  }
}
