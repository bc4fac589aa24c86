/** Traffic and its measurement: every socket is created in the namespace of the machine that it plays. */
export * from './attempts.ts';
export * from './browsing.ts';
export * from './bulk.ts';
export * from './dns-query.ts';
export * from './drop.ts';
export * from './fetch.ts';
export * from './gaps.ts';
export * from './greeting.ts';
export * from './meter.ts';
export * from './ping.ts';
export * from './pool.ts';
export * from './ports.ts';
export * from './samples.ts';
export * from './servers.ts';
export * from './sessions.ts';
export * from './tiphon.ts';
export * from './wire.ts';
