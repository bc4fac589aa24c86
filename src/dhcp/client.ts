import { join } from 'node:path';
import type { DhcpClientService } from '../linux/index.ts';
import type { Lease } from '../rib/index.ts';
import { monotonicMs, packagePath } from '../sys/index.ts';
import { type LeaseLine, parseLeaseLine } from './lease-line.ts';
import { clientRights } from './rights.ts';
import { type ServiceHooks, startService } from './service.ts';
import type { ServiceSpec } from './service-spec.ts';

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
  /** Lets it run on without us: it keeps its lease. */
  leave(): Promise<void>;
}

const script = packagePath('assets/udhcpc.sh');

/** Client arguments: foreground, release on exit, a DISCOVER a second while unbound; it changes nothing by itself. */
export function clientArgv({ interface: name, hostname }: DhcpClientService): readonly string[] {
  const identity = hostname === '' ? [] : ['-x', `hostname:${hostname}`];
  // Options 121, 249, 33 and 26 are not asked for by themselves.
  const options = ['staticroutes', 'msstaticroutes', 'routes', 'mtu'].flatMap(name => ['-O', name]);
  const timers = ['-t', '5', '-T', '1', '-A', '1'];
  return ['udhcpc', '-f', '-R', '-i', name, '-s', script, ...options, ...timers, ...identity];
}

/**
 * So long a client that was asked to renew is left to it: asked twice, it gives up what it holds and begins anew (busybox
 * networking/udhcp/dhcpc.c, perform_renew). It asks everybody long before that where its server stays silent.
 */
const patienceMs = 10_000;

const nameOf = (client: string): string => `dhcp client ${client}`;

/**
 * The process that a client is. `stateDir`: where its latest lease is kept for who comes after us; `held`: the lease of an
 * earlier client, which is asked for again.
 */
export const clientSpec = (wanted: DhcpClientService, stateDir?: string, held?: Lease): ServiceSpec => ({
  name: nameOf(wanted.interface),
  argv: clientArgv(wanted),
  rights: clientRights(script, stateDir),
  ...(held && { more: ['-r', held.address.address] }),
  ...(stateDir !== undefined && { voice: join(stateDir, 'dhcp-clients', wanted.interface) }),
});

/** Keeps one interface leased (busybox udhcpc) and reports every lease. Needs the interface to be up. */
export function startDhcpClient(
  wanted: DhcpClientService,
  onEvent: (event: LeaseEvent) => void,
  hooks: Omit<ServiceHooks, 'onLine'> = {},
  { held, stateDir }: { readonly held?: Lease | undefined; readonly stateDir?: string | undefined } = {},
): DhcpClientHandle {
  const name = wanted.interface;
  const tracker = leaseTracker(name, onEvent);
  const spec = clientSpec(wanted, stateDir, held);
  let askedAtMs: number | undefined;
  const renew = (): void => {
    const now = monotonicMs();
    if (askedAtMs !== undefined && now - askedAtMs < patienceMs) return;
    askedAtMs = now;
    tracker.renewing();
    service.signal('SIGUSR1');
  };
  const service = startService(spec, {
    ...hooks,
    onLine(line) {
      const isFirst = !tracker.isReady(service.pid);
      const report = parseLeaseLine(line);
      tracker.line(report, service.pid, askedAtMs !== undefined);
      if (report?.lease || report?.event === 'nak') askedAtMs = undefined;
      if (isFirst && service.isAdopted) renew();
    },
  });
  return {
    interface: name,
    get pid() {
      return service.pid;
    },
    renew() {
      // Before its first line it has no handler yet, the signal would end it; and it sends a DISCOVER then anyway.
      if (tracker.isReady(service.pid)) renew();
    },
    async stop() {
      await service.stop();
      tracker.gone();
    },
    leave: () => service.leave(),
  };
}

/**
 * Turns lines into events. A refusal (`nak`) takes a lease away, and so does `deconfig`, with which its time is over or it was given
 * back. But a client that was asked and has no answer yet says `deconfig` only because it begins anew, asked twice, by two
 * gateways or while the answer is late: the lease it had holds until its end. So it is for one that has just started.
 */
function leaseTracker(name: string, onEvent: (event: LeaseEvent) => void) {
  let sinceMs = monotonicMs();
  let bound = false;
  let lastPid: number | undefined;
  const lost = (): void => {
    if (bound) onEvent({ kind: 'lost', interface: name });
    bound = false;
  };
  return {
    isReady: (pid: number | undefined): boolean => lastPid !== undefined && lastPid === pid,
    renewing(): void {
      sinceMs = monotonicMs();
    },
    /** The client was ended, and has given its lease back. */
    gone: lost,
    line(report: LeaseLine | undefined, pid: number | undefined, isAsked: boolean): void {
      const isNew = lastPid !== pid;
      lastPid = pid;
      if (report?.lease) {
        bound = true;
        onEvent({ kind: 'bound', interface: name, lease: report.lease, durationMs: monotonicMs() - sinceMs });
      } else if (report?.event === 'nak') lost();
      else if (report?.event === 'deconfig') {
        sinceMs = monotonicMs();
        if (!isNew && !isAsked) lost();
      }
    },
  };
}
