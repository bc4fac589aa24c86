import { readFileSync } from 'node:fs';
import { EnvironmentError } from '../environment-error.ts';

/** Capabilities that matter to us, by their numbers (linux/capability.h). */
export const capabilityNumbers = {
  DAC_READ_SEARCH: 2,
  KILL: 5,
  SETGID: 6,
  SETUID: 7,
  NET_BIND_SERVICE: 10,
  NET_ADMIN: 12,
  NET_RAW: 13,
} as const;

export type Capability = keyof typeof capabilityNumbers;

/** The bits of capabilities, as /proc shows them. */
export const capabilityMask = (names: readonly Capability[]): bigint =>
  names.reduce((mask, name) => mask | (1n << BigInt(capabilityNumbers[name])), 0n);

/** What a process or thread may do, and may ever get (capabilities(7), proc_pid_status(5)). */
export interface Privileges {
  readonly permitted: bigint;
  readonly effective: bigint;
  readonly bounding: bigint;
  /** No program that it starts may do more. */
  readonly noNewPrivileges: boolean;
}

/** Of the text of /proc/PID/status. */
export function privilegesIn(status: string): Privileges {
  const field = (name: string): string => new RegExp(`^${name}:\\s*(\\S+)$`, 'm').exec(status)?.[1] ?? '0';
  const bits = (name: string): bigint => BigInt(`0x${field(name)}`);
  return {
    permitted: bits('CapPrm'),
    effective: bits('CapEff'),
    bounding: bits('CapBnd'),
    noNewPrivileges: field('NoNewPrivs') === '1',
  };
}

/** Of this thread. */
export const ownPrivileges = (): Privileges => privilegesIn(readFileSync('/proc/thread-self/status', 'utf8'));

export const hasCapability = (name: Capability, { effective } = ownPrivileges()): boolean =>
  (effective & capabilityMask([name])) !== 0n;

/** Throws EnvironmentError `MISSING_ROOT` with the capabilities that we lack: a container may give root fewer. */
export function requireCapabilities(names: readonly Capability[], privileges = ownPrivileges()): void {
  const missing = names.filter(name => !hasCapability(name, privileges)).map(name => `CAP_${name}`);
  if (missing.length === 0) return;
  const isRoot = process.geteuid?.() === 0;
  throw new EnvironmentError(
    'MISSING_ROOT',
    {
      en: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: the network of this machine cannot be changed.`,
      id: `${missing.join(' dan ')} tidak ada: jaringan mesin ini tidak dapat diubah.`,
    },
    isRoot
      ? {
          en: `Give them to the container or the service (docker run ${missing.map(name => `--cap-add=${name.slice(4)}`).join(' ')}).`,
          id: `Berikan kepada container atau layanan (docker run ${missing.map(name => `--cap-add=${name.slice(4)}`).join(' ')}).`,
        }
      : { en: 'Run as root (sudo).', id: 'Jalankan sebagai root (sudo).' },
  );
}
