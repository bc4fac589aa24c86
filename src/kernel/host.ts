import { release } from 'node:os';
import { currentNamespace, type Namespace, namespaceIdentity } from '../sys/index.ts';
import type { KernelProgram } from './apply/kernel-program.ts';
import { type LedgerFile, openLedger } from './ledger.ts';
import { openPort } from './open-port.ts';
import type { KernelPort } from './port.ts';

interface Memory {
  /** Indices of interfaces that were up since we run, by name. */
  readonly raised: Map<string, number>;
  /** What we know without asking, as long as no other program changed nftables: see `rulesetGeneration`. */
  nft?: { readonly text: string; readonly generation: number } | undefined;
  /** Somebody else took something out of our table since. */
  isReduced?: boolean | undefined;
  /** What was applied last, all of it. */
  applied?: KernelProgram | undefined;
}

/** One network namespace that Programs are applied to. */
export interface Host {
  readonly port: KernelPort;
  readonly ns: Namespace;
  readonly ledger: LedgerFile;
  readonly memory: Memory;
  /** Addresses carry our mark in the kernel: those that do not are not ours, whatever the ledger says. */
  readonly marksAddresses: boolean;
  close(): void;
}

export interface HostOptions {
  /** Default: where the caller is. Must stay open as long as the host. */
  readonly ns?: Namespace | undefined;
  /** Folder of the ledger (what to restore on undo); one per namespace. Default /run/jalur. */
  readonly stateDir?: string | undefined;
  /** Default: netlink, or the command line tools where that does not work. */
  readonly port?: KernelPort | undefined;
}

/** IFA_PROTO is of Linux 5.18. */
function keepsAddressMark(kernel: string): boolean {
  const [major = 0, minor = 0] = kernel.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 18);
}

/** Opens a namespace for `applyProgram`, `readHost` and `undo`. Throws EnvironmentError. */
export function openHost({ ns, stateDir = '/run/jalur', port }: HostOptions = {}): Host {
  const own = ns ? undefined : currentNamespace();
  const opened = port ? undefined : openPort(ns ?? own);
  const used = port ?? (opened as KernelPort);
  return {
    port: used,
    marksAddresses: used.backend === 'netlink' && keepsAddressMark(release()),
    ns: ns ?? (own as Namespace),
    ledger: openLedger(stateDir, namespaceIdentity(ns ?? own)),
    memory: { raised: new Map() },
    close() {
      opened?.close();
      own?.close();
    },
  };
}
