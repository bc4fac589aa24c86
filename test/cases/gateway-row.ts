/** What a gateway may be asked beyond the repaired paper's text, and what comes of it on Linux. */
export interface GatewayRow {
  readonly name: string;
  /** Lines behind the text. */
  readonly lines: readonly string[];
  /** The finding that refuses, at which of the lines (from 1); undefined: it runs. */
  readonly refused?: readonly [id: string, line: number];
  /** The name by which a user goes without it. */
  readonly skip?: string;
  /** A finding that is said though it runs. */
  readonly said?: string;
  /** What the nft table holds for it. */
  readonly holds?: RegExp;
}
