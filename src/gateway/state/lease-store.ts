import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isIpv4, parseIpv4Prefix } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import { hasFields, isAmount, isText, listOf, optional, storedJson } from './stored.ts';

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
  const found = storedJson(fileOf(dir));
  const leases = areStored(found) ? found : [];
  // One from the future was written before the clock was set back: how long it holds is not known.
  return leases.filter(({ obtainedAt, expiresAt }) => obtainedAt <= now && now < expiresAt);
}

const isAddress = (value: unknown): boolean => typeof value === 'string' && isIpv4(value);
const isPrefix = (value: unknown): boolean =>
  typeof value === 'string' && parseIpv4Prefix(value) !== undefined;
const isLength = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 32;

const areRoutes = listOf(route => hasFields(route, { destination: isPrefix, gateway: isAddress }));

const leaseFields: Readonly<Record<keyof Lease, (value: unknown) => boolean>> = {
  interface: isText,
  address: address => hasFields(address, { address: isAddress, length: isLength }),
  gateway: optional(isAddress),
  otherGateways: optional(listOf(isAddress)),
  gappedMask: optional(isText),
  onLink: optional(listOf(isAddress)),
  routes: optional(areRoutes),
  staticRoutes: optional(areRoutes),
  mtu: optional(isAmount),
  dns: listOf(isAddress),
  server: optional(isAddress),
  leaseTime: isAmount,
};

const isLease = (value: unknown): boolean => hasFields(value, leaseFields);

const areStored = (value: unknown): value is readonly StoredLease[] =>
  listOf(one => hasFields(one, { line: isText, lease: isLease, obtainedAt: isAmount, expiresAt: isAmount }))(
    value,
  );
