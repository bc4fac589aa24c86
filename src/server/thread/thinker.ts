import { Worker } from 'node:worker_threads';
import { entryPoint } from '../../files/index.ts';
import { ApiProblem } from '../problem.ts';
import type { Outcome, Task } from './task.ts';

/** Works tasks out aside, so that no text holds the server up. */
export interface Thinker {
  /**
   * What came of it. Rejects with ApiProblem where it takes too long or too much, or there is no answer. `by`: who asks, so that one alone
   * does not fill all places in which tasks wait.
   */
  ask(task: Task, by?: string): Promise<unknown>;
  close(): Promise<void>;
}

export interface ThinkerLimits {
  readonly longestMs: number;
  /** Of its heap. */
  readonly megabytes: number;
  /** So many tasks may wait, and so many of one who asks. */
  readonly mostWaiting: number;
  readonly mostOfOne: number;
}

export const usualLimits: ThinkerLimits = {
  ...{ longestMs: 30_000, megabytes: 768 },
  ...{ mostWaiting: 16, mostOfOne: 8 },
};

interface Waiting {
  readonly task: Task;
  readonly by: string | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

const tooLong = (ms: number): ApiProblem =>
  new ApiProblem(
    504,
    'web/too-long',
    `No answer was found within ${ms / 1000} s.`,
    'Ask less at once, or use the command line (jalur prove …), which takes its time.',
  );
const tooMuch = (): ApiProblem =>
  new ApiProblem(
    422,
    'web/too-much',
    'The answer needs more memory than is given to it.',
    'Ask less at once, or use the command line (jalur prove …).',
  );
const tooMany = (): ApiProblem =>
  new ApiProblem(503, 'web/busy', 'Other questions wait already.', 'Ask again in a moment.', {
    retryAfterSeconds: 2,
  });

/** A thread of its own with limits of time and memory; one that broke them is ended, and the next task has another. */
export class ThinkingThread implements Thinker {
  readonly #limits: ThinkerLimits;
  readonly #waiting: Waiting[] = [];
  #worker: Worker | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: ThinkerLimits = usualLimits) {
    this.#limits = limits;
  }

  ask(task: Task, by?: string): Promise<unknown> {
    const { mostWaiting, mostOfOne } = this.#limits;
    const own = this.#waiting.filter(one => by !== undefined && one.by === by).length;
    if (this.#waiting.length >= mostWaiting || own >= mostOfOne) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, by, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#current) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#current = next;
    this.#worker ??= this.#begin();
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#giveUp(tooLong(this.#limits.longestMs)), this.#limits.longestMs);
    this.#worker.postMessage(next.task);
  }

  #begin(): Worker {
    const worker = new Worker(entryPoint('server/thread/think-worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
      // Nothing of ours is its business.
      env: {},
    });
    worker.on('message', (said: string) => {
      if (this.#worker === worker) this.#done(JSON.parse(said) as Outcome);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#worker === worker)
        this.#giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error);
    });
    return worker;
  }

  #done(outcome: Outcome): void {
    const current = this.#end();
    if ('value' in outcome) current?.resolve(outcome.value);
    else {
      const { what, do: next, errors } = outcome.no;
      current?.reject(new ApiProblem(422, 'web/no-answer', what, next, { errors }));
    }
    this.#next();
  }

  #giveUp(error: Error): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#end()?.reject(error);
    this.#next();
  }

  #end(): Waiting | undefined {
    clearTimeout(this.#timer);
    const current = this.#current;
    this.#current = undefined;
    this.#worker?.unref();
    return current;
  }
}

/** What a page needs to be shown, and what is soon done. */
const ofPages: ReadonlySet<Task['kind']> = new Set(['rules', 'hide']);

/** Pages do not wait for the proof that somebody asked for: they have a thread of their own. */
export class ThinkingThreads implements Thinker {
  readonly #pages = new ThinkingThread();
  readonly #questions = new ThinkingThread();

  ask(task: Task, by?: string): Promise<unknown> {
    return (ofPages.has(task.kind) ? this.#pages : this.#questions).ask(task, by);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pages.close(), this.#questions.close()]);
  }
}
