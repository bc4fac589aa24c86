import { packageVersion } from '../sys/index.ts';
import type { GatewayState } from './core/index.ts';
import type { Identity } from './replies/index.ts';

/** What is known of a gateway from its start on. */
export interface Born {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** CLOCK_MONOTONIC. */
  readonly bornMs: number;
}

/** Which gateway this is, and what it runs now. */
export function identityOf({ name, startedAt }: Born, { config }: GatewayState): Identity {
  return {
    ...{ name, version: packageVersion(), pid: process.pid, startedAt },
    file: config.file,
    dialect: config.router.version.dialect,
    pace: config.pace ?? 'routeros',
  };
}
