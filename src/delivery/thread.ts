import { type ResourceLimits, Worker } from 'node:worker_threads';
import { entryPoint } from '../files/index.ts';
import type { Occurrence } from '../notify/index.ts';
import type { Audience, DeliveryOrder, DeliveryPlan, DeliverySaying, TestResult } from './protocol.ts';

/** Messages are made and sent by a thread of its own: whoever tells it something never waits for a server. */
export interface DeliveryThread {
  /** Whom to tell from now on. */
  invite(audience: Audience): void;
  occurred(occurrences: readonly Occurrence[]): void;
  /** Resolves with what came back; undefined where the thread is gone. */
  test(receiver?: string): Promise<readonly TestResult[] | undefined>;
  /** Sends what can be sent at once, and keeps the rest; resolves when that is done, or takes too long. */
  close(): Promise<void>;
}

export interface DeliveryThreadOptions extends DeliveryPlan {
  readonly onSaying: (saying: Exclude<DeliverySaying, { readonly kind: 'tested' }>) => void;
  /** It has ended by itself. */
  readonly onError: (what: string) => void;
  /** Of its heap. */
  readonly limits?: ResourceLimits;
}

const patienceMs = 4000;

export function startDelivery({
  file,
  epochMs,
  onSaying,
  onError,
  limits = {},
}: DeliveryThreadOptions): DeliveryThread {
  const workerData: DeliveryPlan = { file, epochMs };
  const worker = new Worker(entryPoint('delivery/delivery-worker.ts'), {
    workerData,
    resourceLimits: limits,
  });
  worker.unref();
  const tests = new Map<number, (results: readonly TestResult[] | undefined) => void>();
  let [gone, count] = [false, 0];
  worker.on('message', (saying: DeliverySaying) => {
    if (saying.kind !== 'tested') return onSaying(saying);
    tests.get(saying.id)?.(saying.results);
    tests.delete(saying.id);
  });
  // A gateway goes on without it.
  worker.on('error', error => onError(error.message));
  const ended = new Promise<void>(resolve => {
    worker.once('exit', () => {
      gone = true;
      for (const answer of tests.values()) answer(undefined);
      resolve();
    });
  });
  const order = (one: DeliveryOrder): void => {
    if (!gone) worker.postMessage(one);
  };
  return {
    invite: audience => order({ kind: 'audience', audience }),
    occurred: occurrences => order({ kind: 'occurred', occurrences }),
    test(receiver) {
      if (gone) return Promise.resolve(undefined);
      const id = ++count;
      return new Promise(resolve => {
        tests.set(id, resolve);
        order({ kind: 'test', id, receiver });
      });
    },
    async close() {
      if (gone) return;
      order({ kind: 'close' });
      worker.ref();
      const late = new Promise<void>(resolve => setTimeout(resolve, patienceMs).unref());
      await Promise.race([ended, late]);
      await worker.terminate();
    },
  };
}
