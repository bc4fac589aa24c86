import type { Language } from '../../text/index.ts';

/** A listener that lets this many bytes wait does not read: it is cut off, and comes back by itself. */
const longestBacklog = 1 << 20;

/** What a client heard last: `RUN-SEQ`, as the id of an event has it. */
export interface HeardLast {
  readonly run: string;
  readonly seq: number;
}

/** Who wants to hear, from where on, and in which language. */
export interface Listening {
  readonly heard?: HeardLast | undefined;
  readonly language: Language;
  readonly mayStill: () => boolean;
  readonly hangUp: () => void;
  /** So often a second it hears rates, at most. */
  readonly hz?: number;
  /** `rates`: them alone. */
  readonly hears?: 'all' | 'rates' | undefined;
}

/** Somebody who hears a stream of SSE. */
export class StreamClient {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waiting = 0;

  readonly language: Language;
  /** Asked now and then: false once he may not hear more. */
  readonly mayStill: () => boolean;
  readonly hz: number;
  readonly hears: 'all' | 'rates';
  #nextRatesMs = 0;
  readonly #hangUp: () => void;

  constructor(
    { language, mayStill, hangUp, hz = 1, hears = 'all' }: Omit<Listening, 'heard'>,
    onEnd: () => void,
  ) {
    this.language = language;
    this.mayStill = mayStill;
    this.hz = hz;
    this.hears = hears;
    this.#hangUp = hangUp;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: controller => {
          this.#controller = controller;
        },
        pull: () => {
          this.#waiting = 0;
        },
        cancel: () => {
          this.#controller = undefined;
          onEnd();
        },
      },
      // One message is asked for at a time, so that what waits is known.
      { highWaterMark: 1 },
    );
    this.#onEnd = onEnd;
  }

  readonly #onEnd: () => void;

  /** Whether rates of that moment are for it; asked once of each. They come late by some ms, and late ones must not add up. */
  isDue(atMs: number): boolean {
    const everyMs = 1000 / this.hz;
    // The first one, or the clock was set.
    if (Math.abs(this.#nextRatesMs - atMs) > 2 * everyMs) this.#nextRatesMs = atMs;
    if (atMs < this.#nextRatesMs - everyMs / 10) return false;
    this.#nextRatesMs = Math.max(this.#nextRatesMs + everyMs, atMs + everyMs / 2);
    return true;
  }

  /** Whoever does not read is cut off. */
  send(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.enqueue(bytes);
    this.#waiting = (controller.desiredSize ?? 0) > 0 ? 0 : this.#waiting + bytes.length;
    if (this.#waiting <= longestBacklog) return;
    // An end in good order would wait for him to read it.
    this.end();
    this.#hangUp();
  }

  end(): void {
    const controller = this.#controller;
    this.#controller = undefined;
    if (!controller) return;
    try {
      controller.close();
    } catch {
      // It was closed by the other side in this moment.
    }
    this.#onEnd();
  }
}
