import type { Ipv4 } from '../../net/index.ts';
import type { OwnService } from '../invariants/breach.ts';

/** Whom the router itself sends to: a server, a host that it watches, the far end of a tunnel. */
export interface OtherEnd {
  readonly service: OwnService;
  /** As the text names it: an address, `vpn.example.com`; empty: a lease names it. */
  readonly name: string;
  readonly protocol: number;
  /** 0: the protocol has none. */
  readonly port: number;
  /** Where the text says them; else any port, and the address that the routes choose. */
  readonly srcPort?: number | undefined;
  readonly src?: Ipv4 | undefined;
  /** The tunnel whose packets these are. */
  readonly tunnel?: string | undefined;
}

export const otherEnd = (
  service: OwnService,
  name: string,
  protocol: number,
  port: number,
  tunnel?: string,
): OtherEnd => ({ service, name, protocol, port, tunnel });
