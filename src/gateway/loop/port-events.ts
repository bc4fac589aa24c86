import type { LeaseEvent, ServiceHooks } from '../../dhcp/index.ts';
import type { KernelEvent, KernelEvents, Link } from '../../kernel/index.ts';
import { nftTable, routeProtocol } from '../../linux/index.ts';
import { assertNever } from '../../model/index.ts';
import type { ProbeReport } from '../../probe/index.ts';
import { monotonicMs } from '../../sys/index.ts';
import { reason } from '../core/index.ts';
import type { PortEvent } from './port.ts';

// What the kernel, the DHCP clients, the probes and the services report, as events of the core.

/** `ours`: the netlink port number by which we change routes and rules. */
export const kernelEvents = ({ atMs, events }: KernelEvents, ours?: number): PortEvent[] =>
  events.flatMap(event => kernelEvent(event, atMs, ours) ?? []);

/** Undefined for what cannot concern us. Routes of ours that are deleted are put back. */
function kernelEvent(event: KernelEvent, atMs: number, ours?: number): PortEvent | undefined {
  switch (event.kind) {
    case 'link':
      return { kind: 'link', atMs, reason: linkReason(event.link, event.deleted) };
    case 'address':
      return { kind: 'link', atMs, reason: reason('address', { name: event.address.interface }) };
    case 'route':
      return event.deleted && event.route.protocol === routeProtocol
        ? deletion(event.by, atMs, reason('routeDeleted'), ours)
        : undefined;
    case 'rule':
      if (event.protocol !== routeProtocol) return othersRule(event.by, atMs, ours);
      return event.deleted ? deletion(event.by, atMs, reason('ruleDeleted'), ours) : undefined;
    case 'setting':
      return { kind: 'drift', atMs, reason: reason('interfaceSetting') };
    case 'ruleset':
      return [...event.reduced, ...event.changed].includes(nftTable)
        ? { kind: 'drift', atMs, reason: reason('firewallChanged', { by: event.by }), byOthers: true }
        : undefined;
    case 'overflow':
      return { kind: 'drift', atMs, reason: reason('overflow') };
    default:
      return assertNever(event);
  }
}

/** Whether one of ours may lead past it depends on those of others. */
const othersRule = (by: number, atMs: number, ours?: number): PortEvent | undefined =>
  by === ours ? undefined : { kind: 'link', atMs, reason: reason('ruleByOthers') };

/** What we deleted ourselves is none; what the kernel took with a link or an address is nobody's doing. */
function deletion(by: number, atMs: number, why: string, ours?: number): PortEvent | undefined {
  if (by === ours) return undefined;
  if (by === 0) return { kind: 'link', atMs, reason: why };
  return { kind: 'drift', atMs, reason: why, byOthers: ours !== undefined };
}

function linkReason({ name, up, running }: Link, deleted: boolean): string {
  if (deleted) return reason('interfaceDeleted', { name });
  if (running) return reason('interfaceRunning', { name });
  return reason(up ? 'noCarrier' : 'interfaceOff', { name });
}

export function leaseEvent(event: LeaseEvent, atMs: number): PortEvent {
  const { interface: name } = event;
  if (event.kind === 'lost') return { kind: 'lease', atMs, interface: name };
  return { kind: 'lease', atMs, interface: name, lease: event.lease, durationMs: event.durationMs };
}

export function probeEvent(report: ProbeReport, atMs: number): PortEvent {
  if (report.kind === 'send-error') {
    return { kind: 'probe-sending', atMs, key: report.key, error: report.error?.what };
  }
  if (report.kind === 'line') return report;
  if (report.kind === 'host') return { kind: 'host', ...report.verdict };
  return { kind: 'probe', ...report.verdict };
}

/** Deaths and recoveries of services as events. */
export function serviceHooks(
  hear: (event: PortEvent) => void,
): Pick<ServiceHooks, 'onExit' | 'onSteady' | 'onStopped'> {
  const tell = (name: string, state: Extract<PortEvent, { kind: 'service' }>['state']): void =>
    hear({ kind: 'service', atMs: monotonicMs(), name, state });
  return {
    onExit: (name, said, againMs) => tell(name, { kind: 'died', said, againMs }),
    onSteady: name => tell(name, { kind: 'steady' }),
    onStopped: name => tell(name, { kind: 'stopped' }),
  };
}
