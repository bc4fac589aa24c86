import type { BitRate, Duration, Ipv4, Ipv4Prefix } from '../../net/index.ts';
import type { FaultKind } from '../faults/fault.ts';
import type { TextExperimentName } from './text-experiments.ts';

/** The bench around one configuration: what `topology.yaml` says, defaults filled in. Frozen plain data. */
export interface Topology {
  readonly title: string;
  /** The configuration under test, relative to the topology's own folder: `paper.rsc`. */
  readonly config: string;
  /**
   * TCP congestion control, pinned in every namespace: `cubic` unless stated (docs/lab-notes.md#congestion-control).
   */
  readonly congestion: string;
  readonly router: RouterTopology;
  readonly clients: ClientsTopology;
  readonly internet: InternetTopology;
  /** At least one. */
  readonly isps: readonly IspTopology[];
  /** How many connections the balance experiment makes. */
  readonly connections: number;
  /** What the failover experiment does to each ISP. */
  readonly faults: readonly FaultKind[];
  /** Answers to what the configuration leaves open, as `--assume` takes them: `hotspot` to `auth`. */
  readonly assume: Readonly<Record<string, string>>;
  /** What each experiment is expected to show here, by its name; each experiment has its own schema for it. */
  readonly expect: Readonly<Record<string, unknown>>;
}

/** The machine under test. Its WAN ports are named by the ISPs. */
interface RouterTopology {
  /** Port that the clients' switch is plugged into: `ether4`. */
  readonly lan: string;
  /** Every interface that the bench makes in it: those of ISPs and LAN, and what the configuration has besides. */
  readonly ports: readonly RouterPort[];
  /** Tables that marks, rules and VRFs of the configuration send packets to; without main. */
  readonly tables: readonly string[];
  /** Experiments of the text's own for which the configuration has something to try. */
  readonly asks: readonly TextExperimentName[];
  /** Its resolvers come from lines that are dialled alone: on a bench nobody gives any. */
  readonly namesFromPeers: boolean;
}

/** What is at the other end of a router's port. `plug`: the ISP's box, only to give the carrier. */
export type PortEnd =
  | { readonly kind: 'isp' | 'plug'; readonly isp: string }
  | { readonly kind: 'lan' }
  /** One machine on the network that the router has on the interface `on`. */
  | { readonly kind: 'machine'; readonly on: string }
  | { readonly kind: 'nobody' };

/** One interface of the router. */
export interface RouterPort {
  readonly name: string;
  /** As RouterOS calls it: `ethernet`, `pppoe-client`, `vlan`, `wireguard`. */
  readonly kind: string;
  /** `stand-in`: a veth in the place of a kind that the bench does not make. */
  readonly made: 'port' | 'bridge' | 'stand-in';
  /** What carries it by the configuration. */
  readonly on: readonly string[];
  readonly end: PortEnd;
  /** Bytes. */
  readonly mtu: number;
  /** A line that is dialled has them from the other end. */
  readonly address?: Ipv4 | undefined;
  readonly peer?: Ipv4 | undefined;
}

/** Machines on the LAN, named c1 … cN. */
interface ClientsTopology {
  readonly count: number;
  /** Where the router has no DHCP server: `network`'s addresses from .101 on, default route to `gateway`. */
  readonly static?: { readonly network: Ipv4Prefix; readonly gateway: Ipv4 } | undefined;
}

/** One namespace plays every machine of the Internet. */
interface InternetTopology {
  /** How many server addresses answer: first 203.0.113.1–254 (RFC 5737), then 198.18.0.1 and on (RFC 2544). */
  readonly servers: number;
  /** Further addresses that answer: canaries, public DNS resolvers. */
  readonly hosts: readonly Ipv4[];
  /** DNS names that every resolver of the lab knows. */
  readonly names: Readonly<Record<string, Ipv4>>;
}

/** One line to the Internet: the ISP's router (DHCP server, NAT) and the cable behind it. */
export interface IspTopology {
  /** Lower case, as it appears in the report's data: `isp1`. */
  readonly name: string;
  /** The router's port for it: `ether1`. */
  readonly interface: string;
  /** Between the ISP's router and the router: `10.10.10.0/24`. */
  readonly network: Ipv4Prefix;
  /** The provider's box there: `10.10.10.1`. */
  readonly gateway: Ipv4;
  /** Addresses its DHCP server hands out; empty: no DHCP server (the router has a static address). */
  readonly lease: readonly Ipv4[];
  /** The router dials it (PPPoE, LTE, L2TP …): `lease` is its one address, towards the peer `gateway`; no DHCP server. */
  readonly dialled: boolean;
  /** Nothing is stated of its addresses: where it is dialled, they are those that every command assumes. */
  readonly usual: boolean;
  readonly leaseTime: Duration;
  /** Between the Internet (first address) and the ISP's router (second address): a /30. */
  readonly upstream: Ipv4Prefix;
  /** bit/s of whole Ethernet frames. `upload` is towards the Internet. Undefined: not limited. */
  readonly rate: { readonly upload?: BitRate | undefined; readonly download?: BitRate | undefined };
  /** Frames of 1500 bytes that wait at a limit before the tail is dropped (RouterOS `default-small`: 10). */
  readonly queue: number;
  /** One way, ms: the round trip is twice this. */
  readonly delay: Duration;
  /** Each packet's delay differs by up to this many ms to either side; order is kept. */
  readonly jitter: Duration;
  /** Per cent of packets lost, each way. */
  readonly loss: number;
  /** Part of the LAN's connections that the configuration means to give it; undefined: not established. */
  readonly share?: number | undefined;
}

/** Addresses of the ISP's upstream /30. */
export interface UpstreamAddresses {
  readonly internet: Ipv4;
  readonly isp: Ipv4;
}
