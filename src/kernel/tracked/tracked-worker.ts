import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { environmentTrouble } from '../../sys/index.ts';
import type { ListerAnswer, ListerOrder, ListerPlan } from './lister.ts';
import { readTracked, trackedReader } from './reader.ts';

// The gateway's threads come first: on Linux a priority is of the thread that sets it (setpriority(2)).
setPriority(5);

const { ns } = workerData as ListerPlan;
const here = ns && { ...ns, close: () => {} };
const reader = trackedReader(() => readTracked(here));

parentPort?.on('message', ({ id, query }: ListerOrder) => {
  parentPort?.postMessage(answer(id, query));
});

function answer(id: number, query: ListerOrder['query']): ListerAnswer {
  try {
    return { id, page: reader.page(query) };
  } catch (error) {
    const trouble = environmentTrouble(error);
    if (!trouble) throw error;
    return { id, trouble };
  }
}
