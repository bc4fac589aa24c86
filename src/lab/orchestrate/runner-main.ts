import { runInside } from '../runner/inside.ts';
import { serveRequests } from './serve-requests.ts';

/** What a worker's process runs: takes requests until the parent process closes its input. */
void runInside(serveRequests);
