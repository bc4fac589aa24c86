import { dialledLines } from '../../../model/index.ts';
import { clientOf, judgedFor, type Lease, type LeaseFault } from '../../../rib/index.ts';
import type { GatewayState } from '../state.ts';
import type { HeldLease, HeldLeases } from './held-lease.ts';

/** What is known of leases, and the configuration that they are for. */
export type KnownLeases = Pick<GatewayState, 'config' | 'interfaces' | 'leases' | 'earlier'>;

/** Which leases are used, and what is not. */
export interface UsedLeases {
  /** As they are used, by interface. */
  readonly leases: Readonly<Record<string, Lease>>;
  /** As they were given. */
  readonly held: HeldLeases;
  readonly refused: readonly {
    readonly lease: Lease;
    readonly fault: LeaseFault;
    readonly instead?: Lease;
  }[];
  /** Parts of leases that are used otherwise. */
  readonly left: readonly { readonly interface: string; readonly fault: LeaseFault }[];
}

/** An answer that must not be used leaves in force what was good before, as long as that holds. */
export function usedLeases({ config: { router }, interfaces, leases, earlier }: KnownLeases): UsedLeases {
  const used: Record<string, Lease> = {};
  const held: Record<string, HeldLease> = {};
  const refused: UsedLeases['refused'][number][] = [];
  const left: UsedLeases['left'][number][] = [];
  for (const name of new Set([...Object.keys(leases), ...Object.keys(earlier)])) {
    const client = clientOf(router, name);
    const [now, before] = [leases[name], earlier[name]];
    if (!client) {
      // What the other end of a dialled line gives is in force already: it stands on its device.
      if (now && dialledLines(router).some(line => line.interface.name === name)) used[name] = now.lease;
      continue;
    }
    const mtu = interfaces[name]?.mtu;
    const verdict = now && judgedFor(router, client, now.lease, mtu);
    const old =
      verdict?.kind === 'used' || !before ? undefined : judgedFor(router, client, before.lease, mtu);
    const good = verdict?.kind === 'used' ? verdict : old?.kind === 'used' ? old : undefined;
    const from = good === old ? before : now;
    if (good && from) {
      used[name] = good.lease;
      held[name] = from;
      left.push(...good.left.map(fault => ({ interface: name, fault })));
    }
    if (now && verdict?.kind === 'refused') {
      refused.push({ lease: now.lease, fault: verdict.fault, ...(good && { instead: good.lease }) });
    }
  }
  return { leases: used, held, refused, left };
}
