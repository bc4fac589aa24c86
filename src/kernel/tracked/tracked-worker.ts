import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../../sys/index.ts';
import type { ListerPlan } from './lister.ts';
import { readTracked, trackedReader } from './reader.ts';
import type { TrackedQuery } from './tracked.ts';

// The gateway's threads come first: on Linux a priority is of the thread that sets it (setpriority(2)).
setPriority(5);

const { ns } = workerData as ListerPlan;
const here = ns && { ...ns, close: () => {} };
const reader = trackedReader(() => readTracked(here));

answerQuestions((query: TrackedQuery) => reader.page(query));
