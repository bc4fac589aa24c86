import type { Answers } from './answer.ts';
import type { Reply } from './protocol.ts';
import type { Kind, Question, Refused } from './questions.ts';
import Work from './worker.ts?worker&inline';

/** What became of a question. `late`: it took longer than it may; `cancelled`: nobody wants the answer any more. */
export type Outcome<K extends Kind> =
  | { readonly answer: Answers[K]; readonly tookMs: number }
  | { readonly refused: Refused }
  | { readonly defect: string }
  | { readonly late: number }
  | { readonly cancelled: true };

interface Pending {
  readonly id: number;
  readonly settle: (outcome: Outcome<Kind>) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** One worker: a new question gives up the one before. What does not stop in time is ended, and a new worker takes its place. */
export class Runner {
  #worker: Worker | undefined;
  #pending: Pending | undefined;
  #last = 0;

  /** Asks; the outcome always comes, at the latest after `limitMs`. */
  ask<K extends Kind>(
    question: Extract<Question, { readonly kind: K }>,
    limitMs: number,
  ): Promise<Outcome<K>> {
    this.#giveUp(question.kind);
    const id = ++this.#last;
    return new Promise(resolve => {
      const settle = resolve as (outcome: Outcome<Kind>) => void;
      const timer = setTimeout(() => this.#end({ late: limitMs }), limitMs);
      this.#pending = { id, settle, timer };
      this.#started().postMessage({ id, question });
    });
  }

  /** A check hears of a newer one by itself; all else ends with its worker. */
  #giveUp(kind: Kind): void {
    if (kind !== 'lint' && kind !== 'complete') this.cancel();
    else this.#settle({ cancelled: true });
  }

  /** Gives up what is being worked out. */
  cancel(): void {
    if (this.#pending) this.#end({ cancelled: true });
  }

  /** For good: nothing is kept. */
  end(): void {
    this.#end({ cancelled: true });
  }

  #end(outcome: Outcome<Kind>): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#settle(outcome);
  }

  #settle(outcome: Outcome<Kind>): void {
    const pending = this.#pending;
    this.#pending = undefined;
    clearTimeout(pending?.timer);
    pending?.settle(outcome);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Work();
    worker.onmessage = ({ data }: MessageEvent<Reply<Kind>>) => {
      if (data.id === this.#pending?.id) this.#settle(data);
    };
    worker.onerror = event => {
      event.preventDefault();
      this.#end({ defect: event.message || 'the worker ended' });
    };
    this.#worker = worker;
    return worker;
  }
}
