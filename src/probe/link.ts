import type { Namespace } from '../sys/index.ts';

/** Where probes of one kind leave. */
export interface LinkOptions {
  readonly ns?: Namespace | undefined;
  /** SO_BINDTODEVICE. */
  readonly device: string;
  /** SO_MARK: the reserved bit that exempts probes from marking. */
  readonly mark: number;
}

/** A means to ask whether an address answers, on one interface. */
export interface Link {
  /** Sends one probe; `answered` is called at most once, with the round trip in ms. */
  send(address: string, answered: (rttMs: number) => void): void;
  close(): void;
}
