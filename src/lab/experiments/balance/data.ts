/** What the balance experiment counted; per-ISP counts by the ISP's name. */
export interface Balance {
  readonly tried: number;
  /** Connections that got their greeting. */
  readonly connections: number;
  readonly destinations: number;
  readonly distinctPairs: number;
  readonly viaIsp: Readonly<Record<string, number>>;
  /** The same, each pair of client and server counted once: hashing gives one pair one answer. */
  readonly pairsViaIsp: Readonly<Record<string, number>>;
  /** Received and sent by the router's WAN port, bytes. */
  readonly bytes: Readonly<Record<string, number>>;
  /** The same for its LAN port. */
  readonly lanBytes: number;
  readonly seconds: number;
  readonly onePair: {
    readonly client: string;
    readonly server: string;
    readonly viaIsp: Record<string, number>;
  };
}

/** How often one client calls one server, to see whether these connections are spread. */
export const onePairConnections = 60;
