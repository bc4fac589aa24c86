import { parentPort } from 'node:worker_threads';
import type { Task } from './task.ts';
import { think } from './think.ts';

// One task after the other; whoever has no more patience ends this thread.
parentPort?.on('message', (task: Task) => {
  // As text: what has functions or is shared does not leave here.
  parentPort?.postMessage(JSON.stringify(think(task)));
});
