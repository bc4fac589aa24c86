import type { Ipv4 } from '../../net/index.ts';

/** How a target is asked. */
export type ProbeMethod = 'ping' | 'arp' | 'tcp' | 'dns' | 'http' | 'https';

/** Somebody who answers as long as a line lives. */
export interface LineTarget {
  /** Names it among the targets of its line: `ping 8.8.4.4`. */
  readonly key: string;
  readonly method: ProbeMethod;
  readonly address: Ipv4;
  /** Of `tcp`, `http`, `https`. */
  readonly port?: number | undefined;
  /** The router at the other end of the line, or somebody behind it. */
  readonly place: 'gateway' | 'beyond';
  /** The configuration asks for it: its silence counts from the start, that of another only once it has answered. */
  readonly stated: boolean;
}

/** One line under watch. Times in ms. */
export interface LineWatch {
  /** Its interface. */
  readonly line: string;
  readonly targets: readonly LineTarget[];
  /** How many of the targets have to answer. */
  readonly need: number;
  /** The kernel counts its packets, so that traffic proves life. */
  readonly counted: boolean;
  /** Between two probes of the idle line. */
  readonly slowMs: number;
  /** From the first suspicion of an idle line to a verdict. */
  readonly patienceMs: number;
}
