import { readFileSync, statSync } from 'node:fs';
import type { Lease } from '../rib/index.ts';
import type { NamespaceIdentity } from '../sys/index.ts';
import { parseLeaseLine } from './lease-line.ts';
import { leftServices } from './service-records.ts';

/** What a client that runs on without a gateway was given last. */
interface LeftLease {
  readonly lease: Lease;
  /** When its server said so, ms since 1970. */
  readonly saidAt: number;
}

/** Leases of the clients that an earlier gateway left: they have renewed them since. */
export const leftLeases = (stateDir: string, home: NamespaceIdentity): readonly LeftLease[] =>
  leftServices(stateDir, home).flatMap(({ voice }) => (voice === undefined ? [] : (lastSaid(voice) ?? [])));

function lastSaid(file: string): LeftLease | undefined {
  try {
    const [line = ''] = readFileSync(file, 'utf8').split('\n');
    const lease = parseLeaseLine(line)?.lease;
    return lease && { lease, saidAt: statSync(file).mtimeMs };
  } catch {
    return undefined; // it has said nothing yet
  }
}
