import { type DoubtfulRole, noOrigin, type Origin } from '../../model/index.ts';
import { shellWord } from '../../text/index.ts';
import type { AssumedAddress } from './addresses/index.ts';
import type { Lease } from './world.ts';

/** What was assumed. Closed union by `kind`; say.ts has the sentences. */
type Assumed =
  /** The role of a port. */
  | { readonly kind: 'role'; readonly role: DoubtfulRole }
  /** Interfaces run: all, or all others than those that the user named. */
  | { readonly kind: 'links'; readonly others: boolean }
  /** What DHCP gave, or the provider of a dialled line. */
  | { readonly kind: 'lease' | 'line'; readonly lease: Lease }
  /** The address of a port that the text gives none; `gateway`: what lies in its network. */
  | { readonly kind: 'address'; readonly address: AssumedAddress }
  /** Checked gateways answer. */
  | { readonly kind: 'answers'; readonly others: boolean }
  /** The provider's box answers ARP for every address: a default route names the port alone (docs/routeros.md#gateways-without-address). */
  | { readonly kind: 'proxy-arp'; readonly interface: string };

/** Something that neither the text nor the user nor the machine says, with the option that settles it. */
export type WorldAssumption = Assumed & {
  /** The same in every run: `lease:ether1`. */
  readonly id: string;
  /** The statement that leaves it open. */
  readonly origin: Origin;
  /** `--lease ether1=10.0.0.2/24,10.0.0.1`. */
  readonly settle: string;
};

/** `10.10.10.254/24,10.10.10.1`, as `--lease` takes it. */
export function leaseValue({ address: { address, length }, gateway, routes = [] }: Lease): string {
  const own = length === 32 ? address : `${address}/${length}`;
  const listed = routes.map(route => `${route.destination}:${route.gateway}`);
  return [own, ...(gateway === undefined ? [] : [gateway]), ...listed].join();
}

/** `192.168.88.1/24` */
export const addressText = ({ address: { address, length } }: Pick<AssumedAddress, 'address'>): string =>
  `${address}/${length}`;

/** Every assumption about the world, in the same form for all commands. */
export const assumed = {
  role: (role: DoubtfulRole): WorldAssumption => ({
    id: `role:${role.reason.interface}`,
    kind: 'role',
    role,
    origin: role.reason.origin,
    settle: `--${role.role} ${shellWord(role.stated.join(','))}`,
  }),
  links: (others: boolean): WorldAssumption => ({
    id: 'links',
    kind: 'links',
    others,
    origin: noOrigin,
    settle: '--down <interface>',
  }),
  lease: (kind: 'lease' | 'line', lease: Lease, origin: Origin): WorldAssumption => ({
    id: `${kind}:${lease.interface}`,
    kind,
    lease,
    origin,
    settle: `--lease ${shellWord(`${lease.interface}=${leaseValue(lease)}`)}`,
  }),
  /** `ports`: all that have the same role, as the option takes them. */
  address: (address: AssumedAddress, ports: readonly string[]): WorldAssumption => ({
    id: `address:${address.interface}`,
    kind: 'address',
    address,
    origin: address.origin,
    settle: `--${address.role} ${shellWord(ports.map(name => (name === address.interface ? `${name}=${addressText(address)}` : name)).join())}`,
  }),
  proxyArp: (name: string, origin: Origin): WorldAssumption => ({
    id: `proxy-arp:${name}`,
    kind: 'proxy-arp',
    interface: name,
    origin,
    settle: 'gateway=<address>',
  }),
  answers: (origin: Origin, others: boolean): WorldAssumption => ({
    id: 'answers',
    kind: 'answers',
    others,
    origin,
    settle: '--unreachable <gateway>',
  }),
};
