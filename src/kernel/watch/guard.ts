import { type Namespace, readSysctl, writeSysctl } from '../../sys/index.ts';
import type { KernelEvent } from '../netlink/index.ts';

// Who takes something out of our table opens the gateway: every packet until forwarding is closed leaves as it came. The
// thread that hears of it closes it by itself, whatever the one that decides is busy with.

const forwarding = 'net.ipv4.ip_forward';
const cell = { isOff: 0, seen: 1 } as const;

/** What the watching thread is told: a table, and which transactions of nftables are no news. */
export interface GuardPlan {
  readonly table: string;
  readonly memory: SharedArrayBuffer;
}

/** For the thread that applies. It is off until the first `resume`. */
export interface RulesetGuard {
  readonly plan: GuardPlan;
  /** The table is being changed by us. */
  pause(): void;
  /** It is as wanted since this transaction; undefined: nobody can tell, and it stays off. */
  resume(generation: number | undefined): void;
}

export function openGuard(table: string): RulesetGuard {
  const memory = new SharedArrayBuffer(8);
  const cells = new Uint32Array(memory);
  Atomics.store(cells, cell.isOff, 1);
  return {
    plan: { table, memory },
    pause: () => void Atomics.store(cells, cell.isOff, 1),
    resume(generation) {
      if (generation === undefined) return;
      Atomics.store(cells, cell.seen, generation);
      Atomics.store(cells, cell.isOff, 0);
    },
  };
}

/** Has somebody else taken something out of the table, with one of these? */
export function isOpened({ table, memory }: GuardPlan, events: readonly KernelEvent[]): boolean {
  const cells = new Uint32Array(memory);
  if (Atomics.load(cells, cell.isOff) === 1) return false;
  const seen = Atomics.load(cells, cell.seen);
  return events.some(
    event => event.kind === 'ruleset' && event.reduced.includes(table) && event.generation > seen,
  );
}

/** Closes forwarding in a namespace: what it was before, undefined where it was closed. */
export function closeNow(ns: Namespace | undefined): string | undefined {
  const before = readSysctl(forwarding, ns);
  if (before === undefined || before === '0') return undefined;
  writeSysctl(forwarding, '0', ns);
  return before;
}
