import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Ipv4, type Ipv4Prefix, isIpv4, parseIpv4Prefix } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';

/** A lease of a WAN as it outlives the gateway, and the machine's boot. Times are ms since 1970. */
export interface StoredLease {
  /** Its interface. */
  readonly line: string;
  readonly lease: Lease;
  readonly obtainedAt: number;
  readonly expiresAt: number;
}

const fileOf = (dir: string): string => join(dir, 'wan-leases.json');

/** Replaces the file in one step. Throws errors of the file system. */
export function storeLeases(dir: string, leases: readonly StoredLease[]): void {
  const file = fileOf(dir);
  writeFileSync(`${file}.new`, `${JSON.stringify(leases)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Those that have not expired at `now` (ms since 1970); none where the file is not there or spoilt. */
export function storedLeases(dir: string, now: number): readonly StoredLease[] {
  const found = z.array(stored).safeParse(parsed(fileOf(dir)));
  // One from the future was written before the clock was set back: how long it holds is not known.
  return (found.data ?? []).filter(({ obtainedAt, expiresAt }) => obtainedAt <= now && now < expiresAt);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const ipv4 = z.custom<Ipv4>(value => typeof value === 'string' && isIpv4(value));
const prefix = z.custom<Ipv4Prefix>(
  value => typeof value === 'string' && parseIpv4Prefix(value) !== undefined,
);
const time = z.number().nonnegative();

const lease: z.ZodType<Lease> = z.object({
  interface: z.string(),
  address: z.object({ address: ipv4, length: z.int().min(0).max(32) }),
  gateway: ipv4.optional(),
  routes: z.array(z.object({ destination: prefix, gateway: ipv4 })).optional(),
  dns: z.array(ipv4),
  server: ipv4.optional(),
  leaseTime: time,
});

const stored: z.ZodType<StoredLease> = z.object({
  line: z.string(),
  lease,
  obtainedAt: time,
  expiresAt: time,
});
