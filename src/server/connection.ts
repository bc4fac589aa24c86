/** The connection by which a request came. */
export interface Connection {
  readonly from: string;
  readonly localAddress: string;
  readonly connectedForMs: number;
  /** At once: what waits to be read is given up. */
  hangUp(): void;
}
