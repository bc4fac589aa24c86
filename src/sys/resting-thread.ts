import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads';
import { EnvironmentError, environmentTrouble } from './environment-error.ts';

// Work that few ask for and that takes its time: a thread does it that is there only while somebody asks.

interface Order<Q> {
  readonly id: number;
  readonly question: Q;
}

interface Answer<A> {
  readonly id: number;
  readonly answer?: A;
  readonly trouble?: { readonly what: string; readonly do: string };
}

/** Asks a thread that is started with the first question, and ends when nobody asks any more. */
export interface RestingThread<Q, A> {
  /** Throws EnvironmentError. */
  ask(question: Q): Promise<A>;
  close(): Promise<void>;
}

export interface RestingOptions {
  /** Module that it starts with, as `entryPoint` finds it. */
  readonly script: string;
  readonly workerData?: unknown;
  /** What it does, for who waits in vain: `Connections cannot be listed`. */
  readonly failing: string;
  readonly limits?: ResourceLimits;
  /** Nobody asks for so long: it ends, and with it what it remembers. */
  readonly restMs?: number;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

export function restingThread<Q, A>(options: RestingOptions): RestingThread<Q, A> {
  const { script, workerData, failing, limits, restMs = 30_000 } = options;
  const waiting = new Map<number, Waiting>();
  let [thread, rest]: [Worker | undefined, NodeJS.Timeout | undefined] = [undefined, undefined];
  let lastId = 0;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    clearTimeout(rest);
    await ending?.terminate();
  };
  const restLater = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => (waiting.size > 0 ? restLater() : void end()), restMs).unref();
  };
  const giveUp = (why: string): void => {
    const error = new EnvironmentError('COMMAND_FAILED', `${failing}: ${why}`, 'Ask again.');
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    const worker = new Worker(script, { workerData, resourceLimits: limits, trackUnmanagedFds: false });
    worker.unref();
    worker.on('message', ({ id, answer, trouble }: Answer<A>) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (trouble) asked?.reject(new EnvironmentError('COMMAND_FAILED', trouble.what, trouble.do));
      else asked?.resolve(answer);
    });
    // No memory, or a defect of ours: who waits is told, and whatever asked goes on.
    worker.on('error', error => {
      if (thread === worker) thread = undefined;
      giveUp(error.message);
    });
    return worker;
  };
  return {
    ask(question) {
      thread ??= started();
      restLater();
      const id = ++lastId;
      return new Promise<A>((resolve, reject) => {
        waiting.set(id, { resolve: answer => resolve(answer as A), reject });
        thread?.postMessage({ id, question } satisfies Order<Q>);
      });
    },
    async close() {
      giveUp('it ends.');
      await end();
    },
  };
}

/** In that thread: answers each question, or says what the machine does not allow; any other error ends it. */
export function answerQuestions<Q, A>(answerTo: (question: Q) => A): void {
  parentPort?.on('message', ({ id, question }: Order<Q>) => {
    parentPort?.postMessage(answered(id, () => answerTo(question)));
  });
}

function answered<A>(id: number, work: () => A): Answer<A> {
  try {
    return { id, answer: work() };
  } catch (error) {
    const trouble = environmentTrouble(error);
    if (!trouble) throw error;
    return { id, trouble };
  }
}
