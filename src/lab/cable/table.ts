import type { Duration } from '../../net/index.ts';

/** How a cable treats packets, the same in both directions. */
export interface CableSettings {
  /** One way, ms. */
  readonly delay: Duration;
  /** Each packet's delay differs by up to this many ms to either side; order is kept. */
  readonly jitter: Duration;
  /** Per cent of packets lost, each way. */
  readonly loss: number;
  /** Nothing passes, though both ends see a carrier. */
  readonly cut: boolean;
}

/** Packets of one cable since it was laid. */
export interface CableCounts {
  readonly passed: number;
  readonly dropped: number;
}

// One row of numbers for each cable, in memory that the relay's thread reads for every packet: a change takes
// effect with the next packet, without a message. 64-bit aligned, so no torn values on x64 and arm64.
const slot = { delay: 0, jitter: 1, loss: 2, cut: 3, passed: 4, dropped: 5 } as const;
const rowLength = 6;

/** Settings and counters of `count` cables, shared between threads; the last number tells the relay to end. */
export class CableTable {
  readonly memory: SharedArrayBuffer;
  readonly #cells: Float64Array;
  readonly #count: number;

  constructor(shared: number | SharedArrayBuffer) {
    this.memory = typeof shared === 'number' ? new SharedArrayBuffer((shared * rowLength + 1) * 8) : shared;
    this.#cells = new Float64Array(this.memory);
    this.#count = (this.#cells.length - 1) / rowLength;
  }

  settings(cable: number): CableSettings {
    const cell = (name: keyof typeof slot) => this.#cells[cable * rowLength + slot[name]] ?? 0;
    return { delay: cell('delay'), jitter: cell('jitter'), loss: cell('loss'), cut: cell('cut') === 1 };
  }

  change(cable: number, change: Partial<CableSettings>): void {
    const { delay, jitter, loss, cut } = { ...this.settings(cable), ...change };
    this.#cells.set([delay, jitter, loss, cut ? 1 : 0], cable * rowLength);
  }

  counts(cable: number): CableCounts {
    const at = cable * rowLength;
    return { passed: this.#cells[at + slot.passed] ?? 0, dropped: this.#cells[at + slot.dropped] ?? 0 };
  }

  count(cable: number, what: 'passed' | 'dropped'): void {
    const at = cable * rowLength + slot[what];
    this.#cells[at] = (this.#cells[at] ?? 0) + 1;
  }

  /** Asks the relay to end. */
  stop(): void {
    this.#cells[this.#count * rowLength] = 1;
  }

  get stopped(): boolean {
    return this.#cells[this.#count * rowLength] === 1;
  }
}
