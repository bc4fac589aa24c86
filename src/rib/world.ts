import type { Duration, InterfaceAddress, Ipv4 } from '../net/index.ts';

/** What is known of one interface of the machine. */
export interface InterfaceState {
  readonly name: string;
  /** Administratively up and carrier present (RouterOS `R`unning). */
  readonly running: boolean;
  /** Addresses the kernel has, not those we wish for. */
  readonly addresses: readonly InterfaceAddress[];
}

/** What a DHCP server gave to one of our clients. */
export interface Lease {
  readonly interface: string;
  readonly address: InterfaceAddress;
  readonly gateway?: Ipv4 | undefined;
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
}
