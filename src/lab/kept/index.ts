/** Labs that are kept up by one process, and asked for faults by another: over a Unix socket that only their user can open. */
export { askKept, type KeptLab, keptLabs } from './ask.ts';
export { serveKept } from './serve.ts';
