/** Judging a path by its probes: evidence in, reachable or not out. */
export * from './check-gateway.ts';
export * from './host/host-check.ts';
export * from './host/host-state.ts';
