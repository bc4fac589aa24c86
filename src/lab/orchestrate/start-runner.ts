import { entryPoint } from '../../sys/index.ts';
import { startRunner } from '../runner/process.ts';
import type { StartRunner } from './worker.ts';

/** Starts a runner that works on our requests, in an outer namespace of its own. */
export const startLabRunner: StartRunner = listener =>
  startRunner([entryPoint('lab/orchestrate/runner-main.ts')], listener);
