import type { DhcpClient, Router } from '../../model/index.ts';
import type { Lease } from '../world/world.ts';
import { judgeLease, type LeaseVerdict } from './judge.ts';
import { surroundingsOf } from './surroundings.ts';

/** Leases as our gateway uses them, and what it makes of each. */
export interface UsableLeases {
  readonly leases: Readonly<Record<string, Lease>>;
  /** Of the DHCP clients among them. */
  readonly verdicts: Readonly<Record<string, LeaseVerdict>>;
}

/** Of what nobody asked a DHCP server for (lines that are dialled) everything is used. */
export function usableLeases(router: Router, given: Readonly<Record<string, Lease>>): UsableLeases {
  const leases: Record<string, Lease> = {};
  const verdicts: Record<string, LeaseVerdict> = {};
  for (const [name, lease] of Object.entries(given)) {
    const client = clientOf(router, name);
    const verdict = client && judgedFor(router, client, lease);
    if (verdict) verdicts[name] = verdict;
    if (verdict?.kind !== 'refused') leases[name] = verdict?.lease ?? lease;
  }
  return { leases, verdicts };
}

/** The client that asks on an interface. */
export const clientOf = ({ dhcpClients }: Router, name: string): DhcpClient | undefined =>
  dhcpClients.find(client => client.interface === name && !client.disabled);

/** `mtu`: the largest packet that the client's interface takes, where that is known. */
export const judgedFor = (router: Router, client: DhcpClient, lease: Lease, mtu?: number): LeaseVerdict =>
  judgeLease(lease, surroundingsOf(router, client.interface, mtu), client.addDefaultRoute);
