/** Which part of a lease cannot be used. */
export type LeasePart = 'address' | 'mask' | 'gateway' | 'route' | 'mtu';

/** Why. */
export type LeaseWhy =
  /** It names none. */
  | 'none'
  /** Nobody can have it: this network (0.0.0.0/8), loopback, multicast, reserved, broadcast. */
  | 'no-host'
  /** The router has it itself, at the interface `of`. */
  | 'own'
  /** The first or last address of `network`. */
  | 'edge'
  /** It lies in `network`, behind the interface `of`. */
  | 'inside'
  /** A mask whose ones are not together. */
  | 'gaps'
  /** Shorter than /8. */
  | 'too-wide'
  /** Packets of 576 bytes, which everybody has to take, would not pass. */
  | 'too-small'
  /** More than the interface itself takes: `of` bytes. */
  | 'too-large';

/** A part of a lease that cannot be used. Plain data; say.ts has the sentences. */
export interface LeaseFault {
  readonly part: LeasePart;
  /** As the server gave it; empty where it gave none. */
  readonly value: string;
  readonly why: LeaseWhy;
  readonly of?: string | undefined;
  readonly network?: string | undefined;
}
