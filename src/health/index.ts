/** Judging a path by its probes: evidence in, reachable or not out. */
export * from './check-gateway.ts';
