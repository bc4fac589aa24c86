import type { Ipv4 } from '../../net/index.ts';

interface LinkBase {
  readonly name: string;
  /** Interface index; give both ends of a cable different ones, or carrier events come late (`lab.md` 8.4). */
  readonly index?: number | undefined;
  readonly mtu?: number | undefined;
  readonly mac?: string | undefined;
  /** fd of the namespace it is created in; default: that of the socket. */
  readonly ns?: number | undefined;
  /** ifAlias, only where `ns` is not given. */
  readonly alias?: string | undefined;
}

/** The interface to make. */
export type LinkSpec =
  | (LinkBase & { readonly kind: 'veth'; readonly peer: Omit<LinkBase, 'alias'> })
  | (LinkBase & { readonly kind: 'bridge' | 'ifb' })
  | (LinkBase & {
      readonly kind: 'vxlan';
      readonly id: number;
      readonly remote?: Ipv4 | undefined;
      readonly local?: Ipv4 | undefined;
      /** Name of the interface it sends by. */
      readonly link?: string | undefined;
      /** UDP port; default 4789. */
      readonly port?: number | undefined;
      readonly learning?: boolean | undefined;
    });
