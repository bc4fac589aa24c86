/** A port of a machine, as its kernel shows it. */
export interface PortFacts {
  readonly name: string;
  /** `bridge`, `vlan`, `veth`, `wireguard` …; empty for hardware. */
  readonly kind: string;
  /** It has a carrier. */
  readonly running: boolean;
  /** The bridge or bond that it is a part of. */
  readonly master?: string | undefined;
  /** Own addresses with the length of their networks. */
  readonly addresses: readonly string[];
}

/** A default route of a machine. */
export interface DefaultRouteFacts {
  readonly interface: string;
  readonly gateway?: string | undefined;
  readonly metric: number;
  /** Who made it, by the number of rtnetlink(7): 3 boot, 4 static, 16 a DHCP client. */
  readonly protocol: number;
}

/** What is known of a machine's network. */
export interface MachineFacts {
  /** In the order of the kernel. */
  readonly ports: readonly PortFacts[];
  readonly defaults: readonly DefaultRouteFacts[];
}
