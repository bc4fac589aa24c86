import { parentPort, workerData } from 'node:worker_threads';
import { type RelayPlan, runRelay } from './relay.ts';

parentPort?.postMessage('ready');
runRelay(workerData as RelayPlan);
