import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamespaceIdentity } from '../sys/index.ts';

/** Where a queueing discipline hangs on an interface (tc(8)). */
export type Attachment = 'root' | 'ingress' | 'clsact';

/** How one interface was shaped, so that a second apply can tell that nothing has to be done. */
export interface ShapedDevice {
  /** Hash of what was asked for. */
  readonly wanted: string;
  /** Hash of what tc listed afterwards; empty: not finished. */
  readonly listing: string;
  /** The discipline we displaced, as arguments after `tc qdisc add dev X root`; empty: the kernel's default. */
  readonly before: readonly string[];
  /** Attachments that are ours. */
  readonly ours: readonly Attachment[];
}

/** Our nft table. */
export interface LoadedTable {
  /** Hash of its text. */
  readonly text: string;
  /** Hash of what nft listed afterwards. */
  readonly listing: string;
  /** Maps and sets whose elements are left out of both. */
  readonly maps: readonly string[];
  /** Of the decisions that connections keep, where it has them kept; else that of the last table that had. */
  readonly edition?: number | undefined;
}

/** What we found before we changed it, and what we made that carries no mark of ours in the kernel. */
export interface Ledger {
  /** The namespace and boot it is about: nothing of another one is ours. */
  readonly home?: NamespaceIdentity | undefined;
  /** Kernel settings that we changed: their value before, and what we set. */
  readonly sysctls: Readonly<Record<string, { readonly before: string; readonly set: string }>>;
  /** Interfaces that were down before we set them up. */
  readonly up: readonly string[];
  /** Largest packets of interfaces that we changed: before, and what we set. */
  readonly mtus: Readonly<Record<string, { readonly before: number; readonly set: number }>>;
  /** Addresses that we added: `10.1.0.2/24 on w1`. Kernels before 5.18 cannot mark them. */
  readonly addresses: readonly string[];
  readonly shaped: Readonly<Record<string, ShapedDevice>>;
  /** Hash of what tc listed for all shaped interfaces together: the quick look. */
  readonly shaping: string;
  readonly nft?: LoadedTable | undefined;
}

export const emptyLedger: Ledger = { sysctls: {}, up: [], mtus: {}, addresses: [], shaped: {}, shaping: '' };

/** A ledger kept in a folder. */
export interface LedgerFile {
  readonly now: Ledger;
  /** Why the one that was found is not obeyed. */
  readonly ignored?: 'other-namespace' | 'other-boot' | 'not-ours' | undefined;
  /** Writes at once, so that a crash right afterwards can still be undone. */
  write(change: Partial<Ledger>): void;
  /** Text of the nft table that was loaded last. */
  table(): string | undefined;
  writeTable(text: string): void;
  /** Forgets everything. */
  remove(): void;
}

function read(file: string): Ledger {
  try {
    return { ...emptyLedger, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Ledger>) };
  } catch {
    return emptyLedger; // none yet, or cut off by a crash of the machine, after which the kernel is new anyway
  }
}

/** Only what we wrote ourselves is obeyed, as root: who could write it could have us delete anything. */
function isTrusted(file: string): boolean {
  try {
    const { uid, mode } = lstatSync(file);
    return uid === process.geteuid?.() && (mode & 0o170000) === 0o100000 && (mode & 0o022) === 0;
  } catch {
    return true; // there is none
  }
}

function whyIgnored(file: string, { home: known }: Ledger, home: NamespaceIdentity): LedgerFile['ignored'] {
  if (!isTrusted(file)) return 'not-ours';
  if (!existsSync(file)) return undefined;
  if (known?.boot !== home.boot) return 'other-boot';
  return known.cookie === home.cookie ? undefined : 'other-namespace';
}

/** Opens (and later makes) `kernel.json` in `folder`, for the namespace of that identity. */
export function openLedger(folder: string, home: NamespaceIdentity): LedgerFile {
  const file = join(folder, 'kernel.json');
  const table = join(folder, 'table.nft');
  const found = read(file);
  const ignored = whyIgnored(file, found, home);
  let now = ignored === undefined ? found : emptyLedger;
  return {
    get now() {
      return now;
    },
    ignored,
    write(change) {
      now = { ...now, ...change, home };
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      writeFileSync(`${file}.new`, `${JSON.stringify(now, undefined, 1)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    table() {
      try {
        return readFileSync(table, 'utf8');
      } catch {
        return undefined;
      }
    },
    writeTable(text) {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      writeFileSync(`${table}.new`, text, { mode: 0o600 });
      renameSync(`${table}.new`, table);
    },
    remove() {
      now = emptyLedger;
      rmSync(table, { force: true });
      rmSync(file, { force: true });
    },
  };
}
