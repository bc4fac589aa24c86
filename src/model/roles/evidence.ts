import type { InEveryLanguage } from '../../text/index.ts';
import type { Item } from '../items/item.ts';
import type { Origin } from '../items/origin.ts';

/** What a port is for. `unknown`: nothing in the text says it. */
export type Role = 'wan' | 'lan' | 'tunnel' | 'unknown';

/** How a role is known. The table `weights` says which outweighs which. */
export type EvidenceKind =
  | 'stated'
  | 'dhcp-server'
  | 'dhcp-network'
  | 'default-route'
  | 'table-route'
  | 'dns-server'
  | 'dial-up'
  | 'dhcp-client'
  | 'tunnel'
  | 'translation'
  | 'lease-only'
  | 'pool'
  | 'ppp-peers'
  | 'lan-rule'
  | 'marked-answers'
  | 'list'
  | 'comment'
  | 'name'
  | 'host-bridge'
  | 'bridge'
  | 'network';

/** One reason to take an interface for something. */
export interface RoleEvidence {
  readonly interface: string;
  readonly role: Exclude<Role, 'unknown'>;
  readonly kind: EvidenceKind;
  /** The statement that shows it. */
  readonly origin: Origin;
  /** One sentence. */
  readonly what: InEveryLanguage<string>;
}

/** What the user says beside the text. Each list is complete: nothing else has that role. */
export interface StatedRoles {
  readonly wans?: readonly string[] | undefined;
  readonly lans?: readonly string[] | undefined;
  /** The user has not said it: ports that a part of a configuration does not name were added, and the others are as they were. */
  readonly before?: readonly RoleEvidence[] | undefined;
}

/**
 * The heaviest evidence decides. Who serves addresses is no uplink, whatever else is said of it; what carries traffic
 * outweighs what only names it.
 */
export const weights: Readonly<Record<EvidenceKind, number>> = {
  stated: 14,
  'dhcp-server': 13,
  'dhcp-network': 12,
  'default-route': 11,
  'dial-up': 11,
  'dns-server': 10,
  'host-bridge': 10,
  'table-route': 9,
  'dhcp-client': 8,
  tunnel: 8,
  translation: 7,
  'lease-only': 6,
  pool: 5,
  'ppp-peers': 5,
  'lan-rule': 5,
  list: 4,
  comment: 3,
  name: 2,
  network: 1,
  bridge: 0,
  'marked-answers': 0,
};

/** Reasons found at the enabled items of a menu. */
export function evidenceAt<T extends Item>(
  items: readonly T[],
  find: (item: T) => readonly Omit<RoleEvidence, 'origin'>[],
): RoleEvidence[] {
  return items
    .filter(({ disabled }) => !disabled)
    .flatMap(item => find(item).map(found => ({ ...found, origin: item.origin })));
}
