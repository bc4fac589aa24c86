/** A listener that lets this many bytes wait does not read: it is cut off, and comes back by itself. */
const longestBacklog = 1 << 20;

const encoder = new TextEncoder();

/** Somebody who hears a stream of SSE. */
export class StreamClient {
  readonly body: ReadableStream<Uint8Array>;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waiting = 0;

  constructor(onEnd: () => void) {
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

  /** False: he does not read, and is cut off. */
  send(text: string): boolean {
    const controller = this.#controller;
    if (!controller) return false;
    const bytes = encoder.encode(text);
    controller.enqueue(bytes);
    this.#waiting = (controller.desiredSize ?? 0) > 0 ? 0 : this.#waiting + bytes.length;
    if (this.#waiting <= longestBacklog) return true;
    this.end();
    return false;
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
