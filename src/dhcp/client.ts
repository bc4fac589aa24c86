import type { DhcpClientService } from '../linux/index.ts';
import type { Lease } from '../rib/index.ts';
import { monotonicMs, packagePath } from '../sys/index.ts';
import { type LeaseLine, parseLeaseLine } from './lease-line.ts';
import { type ServiceHooks, startService } from './service.ts';

/** What a DHCP client reports. `bound` comes with every renewal too; `lost` only after a `bound`. */
export type LeaseEvent =
  | { readonly kind: 'bound'; readonly interface: string; readonly lease: Lease; readonly durationMs: number }
  | { readonly kind: 'lost'; readonly interface: string };

/** One running client. */
export interface DhcpClientHandle {
  readonly interface: string;
  readonly pid: number | undefined;
  /** Asks the server again, now: when the carrier is back it may be another network. */
  renew(): void;
  /** Releases the lease and ends. */
  stop(): Promise<void>;
}

/**
 * Client arguments: foreground, release on exit, a DISCOVER a second while unbound; it changes nothing by itself. `held`: the
 * lease of an earlier client, which is asked for again.
 */
export function clientArgv(
  { interface: name, hostname }: DhcpClientService,
  held?: Lease,
): readonly string[] {
  const identity = hostname === '' ? [] : ['-x', `hostname:${hostname}`];
  // Option 121 is not asked for by itself.
  const options = ['-O', 'staticroutes'];
  const timers = ['-t', '5', '-T', '1', '-A', '1'];
  return [
    'udhcpc',
    '-f',
    '-R',
    '-i',
    name,
    '-s',
    packagePath('assets/udhcpc.sh'),
    ...options,
    ...timers,
    ...(held ? ['-r', held.address.address] : []),
    ...identity,
  ];
}

/** Keeps one interface leased (busybox udhcpc) and reports every lease. Needs the interface to be up. */
export function startDhcpClient(
  wanted: DhcpClientService,
  onEvent: (event: LeaseEvent) => void,
  hooks: Omit<ServiceHooks, 'onLine'> = {},
  held?: Lease,
): DhcpClientHandle {
  const name = wanted.interface;
  const tracker = leaseTracker(name, onEvent);
  const spec = { name: `dhcp client ${name}`, argv: clientArgv(wanted, held) };
  const service = startService(spec, {
    ...hooks,
    onLine: line => tracker.line(parseLeaseLine(line), service.pid),
  });
  return {
    interface: name,
    get pid() {
      return service.pid;
    },
    renew() {
      // Before its first line it has no handler yet, the signal would end it; and it sends a DISCOVER then anyway.
      if (!tracker.isReady(service.pid)) return;
      tracker.renewing();
      service.signal('SIGUSR1');
    },
    stop: () => service.stop(),
  };
}

/** Turns lines into events: udhcpc reports `deconfig` also at its start. */
function leaseTracker(name: string, onEvent: (event: LeaseEvent) => void) {
  let sinceMs = monotonicMs();
  let bound = false;
  let lastPid: number | undefined;
  return {
    isReady: (pid: number | undefined): boolean => lastPid !== undefined && lastPid === pid,
    renewing(): void {
      sinceMs = monotonicMs();
    },
    line(report: LeaseLine | undefined, pid: number | undefined): void {
      // One that was started again knows of nothing yet: what the one before it held is held on.
      const isNew = lastPid !== pid;
      lastPid = pid;
      if (report?.lease) {
        bound = true;
        onEvent({ kind: 'bound', interface: name, lease: report.lease, durationMs: monotonicMs() - sinceMs });
      } else if (report?.event === 'deconfig') {
        sinceMs = monotonicMs();
        if (isNew) return;
        if (bound) onEvent({ kind: 'lost', interface: name });
        bound = false;
      }
    },
  };
}
