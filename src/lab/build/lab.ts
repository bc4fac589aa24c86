import type { Pace } from '../../gateway/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import type { Namespace } from '../../sys/index.ts';
import type { CableCounts, CableSettings } from '../cable/table.ts';
import type { Fault, FaultKind, FaultOptions } from '../faults/fault.ts';
import type { RouterProcess } from '../router/process.ts';
import type { IspTopology, Topology } from '../topology/topology.ts';

/** A machine on the LAN. */
export interface LabClient {
  /** `c1` … */
  readonly name: string;
  readonly ns: Namespace;
  /** Its port: `eth0`. */
  readonly interface: string;
  /** What DHCP gave it, or its static address. */
  readonly address: Ipv4;
  /** Its default gateway and resolvers; from the DHCP server. */
  readonly gateway: Ipv4 | undefined;
  readonly dns: readonly Ipv4[];
}

/** The machine on a network of the router where no client is; without an address as yet. */
export interface LabMachine {
  /** The router's interface on that network: `voice`. */
  readonly on: string;
  readonly ns: Namespace;
  /** Its port, and the MAC address of it. */
  readonly interface: string;
  readonly mac: string;
}

/** One namespace that plays every machine of the Internet. */
interface LabInternet {
  readonly ns: Namespace;
  /** Server addresses: a socket may be bound to each of them, and each answers pings. */
  readonly servers: readonly Ipv4[];
  /** Canaries and resolvers, which answer pings too. */
  readonly hosts: readonly Ipv4[];
}

/** The router's end of a line that is dialled. */
interface DialledLine {
  readonly ns: Namespace;
  readonly interface: string;
  readonly address: Ipv4;
  readonly peer: Ipv4;
}

/** One provider: its router (DHCP server, NAT, rate limits) and the cable behind it. */
export interface LabIsp {
  readonly name: string;
  readonly topology: IspTopology;
  readonly ns: Namespace;
  /** The ISP router's port towards the router under test, and its port towards the Internet. */
  readonly ports: { readonly lan: string; readonly wan: string };
  /** Ports that only give a carrier to what carries this line at the router. */
  readonly plugs: readonly string[];
  /** Where the router dials it: its end of the line, which has its address only while the line is up. */
  readonly line: DialledLine | undefined;
  /** The Internet's port for this line: counts all that passed it. */
  readonly internetPort: string;
  /** The cable between the ISP's router and the Internet. A change takes effect with the next packet. */
  readonly cable: {
    settings(): CableSettings;
    change(change: Partial<CableSettings>): void;
    counts(): CableCounts;
  };
  /** Other rate limits than the topology's, with a queue of so many full frames; a direction that is not said keeps its own. */
  limit(limits: Pick<IspTopology, 'rate' | 'queue'>): void;
}

/** What the kernel counted on one interface since it was made (rtnl_link_stats64), and when this was read. */
export interface InterfaceCounters {
  /** CLOCK_MONOTONIC, ms. */
  readonly atMs: number;
  readonly mtu: number;
  /** Administratively up and with carrier. */
  readonly running: boolean;
  readonly rxBytes: number;
  readonly rxPackets: number;
  readonly txBytes: number;
  readonly txPackets: number;
}

/** How long the parts of bringing up took, ms from the call. */
export interface LabTimings {
  /** Namespaces, cables, addresses and limits are there. */
  readonly builtMs: number;
  /** The gateway had its first state in the kernel. */
  readonly gatewayReadyMs: number;
  /** Every WAN with a DHCP server has its lease, and the routes that follow from it. */
  readonly wanLeasesMs: number;
  /** Every client has its address: the lab is up. */
  readonly upMs: number;
}

/** A running lab. Everything in it ends with `down`. */
export interface Lab {
  readonly topology: Topology;
  readonly clients: readonly LabClient[];
  readonly machines: readonly LabMachine[];
  readonly internet: LabInternet;
  readonly isps: readonly LabIsp[];
  readonly router: RouterProcess;
  readonly timings: LabTimings;
  /** Whose timers the gateway has. */
  readonly pace: Pace;
  /** The ISP of this name; throws RangeError for a name that the topology does not have. */
  isp(name: string): LabIsp;
  /** Counters of the router's ports now, by interface name. */
  counters(): Readonly<Record<string, InterfaceCounters>>;
  /** Counters of the Internet's ports now, by the name of the ISP whose line ends there. */
  arrived(): Readonly<Record<string, InterfaceCounters>>;
  /** Makes a fault on an ISP; `repair` ends it. Throws RangeError for an unknown ISP. */
  fault(kind: FaultKind, isp: string, options?: FaultOptions): Promise<Fault>;
  /** Ends everything: processes, namespaces, threads. A second call does nothing. */
  down(): Promise<void>;
}
