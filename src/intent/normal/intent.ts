import type { Ipv4Prefix } from '../../net/index.ts';
import type { Receiver } from '../../notify/index.ts';
import type { Path } from '../path.ts';

/** A line to the internet with nothing left open. */
export interface Wan {
  readonly name: string;
  readonly kind: 'dhcp' | 'static' | 'pppoe' | 'interface';
  readonly interface: string;
  readonly path: Path;
  /** Of a static line. */
  readonly address?: string | undefined;
  readonly gateway?: string | undefined;
  /** Of a PPPoE line: the port that carries it, and who dials. */
  readonly over?: string | undefined;
  readonly user?: string | undefined;
  /** Of it: jalur dials it, where the password is known. */
  readonly password?: string | undefined;
  /** Buckets of all new connections; 0 for a backup. */
  readonly share: number;
  /** Where the share is said. */
  readonly sharePath: Path;
  /** Hosts that show whether it works; empty where nothing is checked. */
  readonly probes: readonly string[];
  readonly probesPath: Path;
}

interface Host {
  readonly name: string;
  readonly mac: string;
  readonly address: string;
}

interface Dhcp {
  readonly pool: string;
  readonly lease: string;
  readonly hosts: readonly Host[];
}

/** An inner network. */
export interface Lan {
  readonly name: string;
  readonly interface: string;
  readonly path: Path;
  /** With the length of its network. */
  readonly address: string;
  /** The address alone. */
  readonly own: string;
  readonly network: Ipv4Prefix;
  /** The VLAN that its interface is, and the port that carries it. */
  readonly vlan?: { readonly id: number; readonly over: string } | undefined;
  readonly isIsolated: boolean;
  readonly dhcp?: Dhcp | undefined;
  /** Name servers that clients are told; the gateway itself is one of `own`. */
  readonly dns: readonly string[];
}

export interface Forward {
  readonly path: Path;
  readonly comment: string;
  readonly protocols: readonly ('tcp' | 'udp')[];
  readonly port: string;
  readonly to: string;
  readonly toPort?: string | undefined;
  /** Empty: everybody. */
  readonly from: readonly string[];
  /** Interfaces; empty: all lines. */
  readonly wans: readonly string[];
  /** How it is reached from inside: by any address outside, by these of static lines, or not at all (empty). */
  readonly hairpin: 'any' | readonly { readonly wan: string; readonly address: string }[];
}

/** A network behind another router. */
export interface StaticRoute {
  readonly path: Path;
  readonly to: Ipv4Prefix;
  readonly via: string;
}

export interface Queue {
  readonly path: Path;
  readonly name: string;
  readonly target: string;
  readonly upload: number;
  readonly download: number;
}

interface Management {
  readonly from: readonly string[];
  readonly ports: readonly number[];
}

/** How `jalur run` is to run it, unless its options say otherwise. */
export interface IntentRun {
  readonly pace?: 'jalur' | 'routeros' | undefined;
  readonly autoHealth?: boolean | undefined;
  /** How connections are divided among the lines. */
  readonly balance?: 'pcc' | 'buckets' | 'adaptive' | undefined;
  /** Where the passwords of PPPoE lines lie, by their interfaces. */
  readonly passwordFiles?: Readonly<Record<string, string>> | undefined;
  /** What lines can carry (bit/s), by their interfaces. */
  readonly rates?:
    | Readonly<Record<string, { readonly upload: number; readonly download: number }>>
    | undefined;
  /** New connections avoid lines that are full while others are not. */
  readonly spill?: boolean | undefined;
  /** Who is told of what happens. */
  readonly notify?: readonly Receiver[] | undefined;
  readonly failback?:
    | { readonly kind: 'keep' | 'cut' }
    | { readonly kind: 'drain'; readonly afterMs: number }
    | undefined;
}

/** What a `gateway.yaml` means, with nothing left open. */
export interface Intent {
  readonly name: string;
  readonly wans: readonly Wan[];
  readonly lans: readonly Lan[];
  readonly dns: readonly string[];
  /** Fields of the classifier; undefined: the first line that works carries all. */
  readonly classifier?: string | undefined;
  readonly isChecked: boolean;
  readonly local: readonly string[];
  readonly isClosed: boolean;
  readonly isAgainstWorms: boolean;
  readonly management?: Management | undefined;
  readonly forwards: readonly Forward[];
  readonly routes: readonly StaticRoute[];
  readonly queues: readonly Queue[];
  readonly run: IntentRun;
}
