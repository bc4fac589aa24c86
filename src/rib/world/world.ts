import { type Duration, type Ipv4, type Ipv4Interface, type Ipv4Prefix, networkOf } from '../../net/index.ts';

/** An address as an interface has it. */
export interface HeldAddress extends Ipv4Interface {
  /** The one host at the other end of a point-to-point link, which is then the connected network. */
  readonly peer?: Ipv4 | undefined;
  /** We put it there: it goes where neither text nor lease wants it any more. */
  readonly isOurs?: boolean | undefined;
}

/** What is known of one interface of the machine. */
export interface InterfaceState {
  readonly name: string;
  /** Administratively up and carrier present (RouterOS `R`unning). */
  readonly running: boolean;
  /** Addresses the kernel has, not those we wish for. */
  readonly addresses: readonly HeldAddress[];
  /** The largest packet that it takes, bytes, without what a lease has changed; undefined: nobody knows. */
  readonly mtu?: number | undefined;
}

/** A route that a DHCP server gives with the address. */
export interface LeaseRoute {
  readonly destination: Ipv4Prefix;
  readonly gateway: Ipv4;
}

/** What the other end gave: a DHCP server to one of our clients, or a provider to a line that is dialled. */
export interface Lease {
  readonly interface: string;
  readonly address: Ipv4Interface;
  /** On a line that is dialled: the peer. */
  readonly gateway?: Ipv4 | undefined;
  /** Further ones that it names, the better first. */
  readonly otherGateways?: readonly Ipv4[] | undefined;
  /** Its mask, where that is none: `255.0.255.0`. */
  readonly gappedMask?: string | undefined;
  /** Gateways outside its networks that are taken to be on the link; only in a lease as our gateway uses it. */
  readonly onLink?: readonly Ipv4[] | undefined;
  /** Classless routes of the lease (RFC 3442, option 121); a gateway of 0.0.0.0 means the link itself. */
  readonly routes?: readonly LeaseRoute[] | undefined;
  /** Its static routes of old (RFC 2132, option 33), beside its gateway; where it has classless ones, those alone count. */
  readonly staticRoutes?: readonly LeaseRoute[] | undefined;
  /** The largest packet that its line takes, bytes (RFC 2132, option 26). */
  readonly mtu?: number | undefined;
  readonly dns: readonly Ipv4[];
  readonly server?: Ipv4 | undefined;
  readonly leaseTime: Duration;
}

/** Everything outside the configuration that decides which routes are active. Plain data. */
export interface World {
  /** By interface name; an interface that is absent here does not exist. */
  readonly interfaces: Readonly<Record<string, InterfaceState>>;
  /** By interface name; present only while bound. */
  readonly leases: Readonly<Record<string, Lease>>;
  /** Keys (`GatewayCheck.key`) of checked gateways that are unreachable now. */
  readonly unreachable: readonly string[];
  /** Interfaces that nothing may leave by although their links run: no route by them but the connected ones is active. */
  readonly downLines?: readonly string[] | undefined;
  /** Interfaces with an address that nothing shows: neither text, user nor machine, nor a gateway beside it. */
  readonly madeUp?: readonly string[] | undefined;
  /** Interfaces that are dead although their links run: nothing behind them answers. */
  readonly dead?: readonly string[] | undefined;
}

/** The network that an address makes reachable: its own, or the peer alone. */
export function connectedNetwork(held: HeldAddress): Ipv4Prefix {
  return networkOf(held.peer === undefined ? held : { address: held.peer, length: 32 });
}
