/** The connection by which a request came. */
export interface Connection {
  readonly from: string;
  readonly localAddress: string;
  readonly connectedForMs: number;
}
