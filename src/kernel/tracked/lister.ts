import { Worker } from 'node:worker_threads';
import { EnvironmentError, entryPoint, type Namespace, smallThread } from '../../sys/index.ts';
import type { TrackedPage, TrackedQuery } from './tracked.ts';

/** What the thread is started with. */
export interface ListerPlan {
  readonly ns?: Pick<Namespace, 'fd' | 'name'> | undefined;
}

export interface ListerOrder {
  readonly id: number;
  readonly query: TrackedQuery;
}

export interface ListerAnswer {
  readonly id: number;
  readonly page?: TrackedPage;
  readonly trouble?: { readonly what: string; readonly do: string };
}

/** Lists connections in a thread of its own, which is there only while somebody asks. */
export interface ConnectionLister {
  /** Throws EnvironmentError. */
  page(query: TrackedQuery): Promise<TrackedPage>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(page: TrackedPage): void;
  reject(error: Error): void;
}

/** Nobody asks for so long: the thread ends, and with it what it remembers. */
const restMs = 30_000;

export function connectionLister(ns?: Namespace): ConnectionLister {
  const waiting = new Map<number, Waiting>();
  let [thread, rest]: [Worker | undefined, NodeJS.Timeout | undefined] = [undefined, undefined];
  let lastId = 0;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    clearTimeout(rest);
    await ending?.terminate();
  };
  const giveUp = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = (): Worker => {
    const workerData: ListerPlan = { ns: ns && { fd: ns.fd, name: ns.name } };
    const worker = new Worker(entryPoint('kernel/tracked/tracked-worker.ts'), {
      ...{ workerData, resourceLimits: smallThread, trackUnmanagedFds: false },
    });
    worker.unref();
    worker.on('message', ({ id, page, trouble }: ListerAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (page) asked?.resolve(page);
      else asked?.reject(new EnvironmentError('KERNEL_REFUSED', trouble?.what ?? '', trouble?.do ?? ''));
    });
    // A defect of ours, or no memory: who waits is told, and the gateway goes on.
    worker.on('error', error => {
      if (thread === worker) thread = undefined;
      giveUp(
        new EnvironmentError(
          'COMMAND_FAILED',
          `Connections cannot be listed: ${error.message}.`,
          'Ask again.',
        ),
      );
    });
    return worker;
  };
  return {
    page(query) {
      thread ??= started();
      clearTimeout(rest);
      rest = setTimeout(() => void end(), restMs).unref();
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread?.postMessage({ id, query } satisfies ListerOrder);
      });
    },
    async close() {
      giveUp(new EnvironmentError('COMMAND_FAILED', 'The gateway ends.', 'Ask again when it runs.'));
      await end();
    },
  };
}
