import { currentNamespace, type Namespace } from '../sys/index.ts';
import { type LedgerFile, openLedger } from './ledger.ts';
import { openPort } from './open-port.ts';
import type { KernelPort } from './port.ts';

/** What we know without asking, as long as no other program changed nftables: see `rulesetGeneration`. */
interface Memory {
  nft?: { readonly text: string; readonly generation: number } | undefined;
}

/** One network namespace that Programs are applied to. */
export interface Host {
  readonly port: KernelPort;
  readonly ns: Namespace;
  readonly ledger: LedgerFile;
  readonly memory: Memory;
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

/** Opens a namespace for `applyProgram`, `readHost` and `undo`. Throws EnvironmentError. */
export function openHost({ ns, stateDir = '/run/jalur', port }: HostOptions = {}): Host {
  const own = ns ? undefined : currentNamespace();
  const opened = port ? undefined : openPort(ns ?? own);
  return {
    port: port ?? (opened as KernelPort),
    ns: ns ?? (own as Namespace),
    ledger: openLedger(stateDir),
    memory: {},
    close() {
      opened?.close();
      own?.close();
    },
  };
}
