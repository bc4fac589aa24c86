/** The form of a packet, as it was filled in. */
export interface PacketForm {
  readonly in: string;
  readonly src: string;
  readonly dst: string;
  readonly protocol: string;
  readonly srcPort: string;
  readonly dstPort: string;
  readonly reply: boolean;
  /** A line number, `all`, or nothing. */
  readonly whyNot: string;
  readonly seed: string;
  readonly through: string;
  readonly how: 'down' | 'dead-gateway' | 'dead';
}
