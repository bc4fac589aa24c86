import { constants, setPriority } from 'node:os';
import { native } from '../native.ts';
import { type Capability, capabilityMask, ownPrivileges } from './capabilities.ts';

// Capabilities belong to threads, and Node has threads of its own before any code of ours runs. So a process is confined
// by starting it anew: who is not to have a capability cannot have kept it in some thread.

const prctl = native<[option: number, a: number, b: number, c: number, d: number], number>(
  'int prctl(int, unsigned long, unsigned long, unsigned long, unsigned long)',
);
const capset = native<[header: Uint8Array, data: Uint8Array], number>('int capset(void *, const void *)');
const setrlimit = native<[resource: number, limit: Uint8Array], number>('int setrlimit(int, const void *)');
// Variadic in C; the ABIs of x64 and arm64 pass the third argument alike.
const fcntl = native<[fd: number, command: number, value: number], number>('int fcntl(int, int, int)');
const execv = native<[path: string, argv: readonly (string | null)[]], number>(
  'int execv(const char *, const char **)',
);

const PR_CAPBSET_DROP = 24;
const PR_SET_NO_NEW_PRIVS = 38;
const RLIMIT_NICE = 13;
const F_SETFD = 2;
const _LINUX_CAPABILITY_VERSION_3 = 0x20080522;
const lastCapability = 63;

/** Nice values down to -20 (setpriority(2)): without CAP_SYS_NICE that is a limit of the process. */
const niceLimit = 40n;

/**
 * Starts this program anew, with the same arguments and more options for Node, where it has more than these capabilities or
 * may get more; then it does not return. Where it has no more, or the system does not let us, it goes on as it is.
 */
export function confine(allowed: readonly Capability[], options: readonly string[] = []): void {
  const mask = capabilityMask(allowed);
  const { permitted, noNewPrivileges } = ownPrivileges();
  const isConfined = noNewPrivileges && (permitted & ~mask) === 0n;
  if (isConfined || permitted === 0n) return;
  allowPreference();
  for (let number = 0; number <= lastCapability; number++) {
    if ((mask & (1n << BigInt(number))) === 0n) prctl(PR_CAPBSET_DROP, number, 0, 0, 0);
  }
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || keepOnly(permitted & mask) < 0) return;
  // Node closes them at the start of another program.
  for (const fd of [0, 1, 2]) fcntl(fd, F_SETFD, 0);
  const program = [process.execPath, ...process.execArgv, ...options, ...process.argv.slice(1)];
  execv(process.execPath, [...program, null]);
}

/** Permitted and effective from now on, none that others inherit. */
function keepOnly(mask: bigint): number {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(_LINUX_CAPABILITY_VERSION_3, 0);
  const data = Buffer.alloc(24);
  for (const half of [0, 1]) {
    const bits = Number((mask >> BigInt(32 * half)) & 0xffffffffn);
    data.writeUInt32LE(bits, half * 12);
    data.writeUInt32LE(bits, half * 12 + 4);
  }
  return capset(header, data);
}

/** Threads may still have themselves preferred; where that limit may not be raised (a container), all of us are. */
function allowPreference(): void {
  const limit = Buffer.alloc(16);
  limit.writeBigUInt64LE(niceLimit, 0);
  limit.writeBigUInt64LE(niceLimit, 8);
  if (setrlimit(RLIMIT_NICE, limit) === 0) return;
  try {
    setPriority(constants.priority.PRIORITY_HIGHEST);
  } catch {
    // Then nobody is: a busy machine may make probes late.
  }
}

/** What a gateway needs; the last three as long as its servers have a user of their own. */
export const gatewayCapabilities: readonly Capability[] = [
  'NET_ADMIN',
  'NET_RAW',
  'NET_BIND_SERVICE',
  'SETUID',
  'SETGID',
  'KILL',
];

/**
 * What Node is told that runs a gateway: one thread for V8's own work. Options of V8 are left alone: with others than the usual
 * Node would have to compile all that it brings along.
 */
export const gatewayNodeOptions: readonly string[] = ['--v8-pool-size=1'];
