import {
  family,
  type KernelPort,
  openNetlink,
  openNetlinkPort,
  setTokenBucket,
  type TokenBucket,
} from '../../kernel/index.ts';
import { type Ipv4, type Ipv4Prefix, parseIpv4Interface } from '../../net/index.ts';
import type { Namespace } from '../../sys/index.ts';

/** A port at each end; the second one is born in its own namespace. */
interface CopperCable {
  readonly name: string;
  readonly index: number;
  readonly mtu?: number;
  /** Both ends have one MAC address: without ARP each sends to its own (arp_constructor in net/ipv4/arp.c). */
  readonly sameMac?: boolean;
  readonly peer: { readonly name: string; readonly index: number; readonly ns: Namespace };
}

/** A port's MAC address follows from its index: so leases, and with them what PCC hashes, are the same in every run. */
export function macOf(index: number): string {
  return `02:4a:4c:00:${byte(index >> 8)}:${byte(index)}`;
}

const byte = (value: number): string => (value & 255).toString(16).padStart(2, '0');

/** One end of a relayed cable, born in `ns`; its packets go out where the call is made. */
interface TunnelEnd {
  readonly name: string;
  readonly ns: Namespace;
  readonly vni: number;
  readonly remote: Ipv4;
  /** UDP port, here and there. */
  readonly port: number;
  readonly mtu: number;
}

interface LabRoute {
  readonly destination: Ipv4Prefix;
  readonly gateway?: Ipv4;
  readonly interface: string;
  readonly type?: 'unicast' | 'local';
  /** TCP congestion control of connections that take it. */
  readonly congestion?: string;
}

/** The few things that building a lab does to a namespace's network. Each throws EnvironmentError. */
export interface LabNetwork {
  readonly port: KernelPort;
  addVeth(cable: CopperCable): void;
  addVxlan(end: TunnelEnd): void;
  addBridge(name: string): void;
  setMaster(name: string, bridge: string): void;
  setUp(...names: readonly string[]): void;
  setDown(name: string): void;
  /** `10.10.10.1/24`; `peer` is the one machine at the other end of a point-to-point link. */
  addAddress(name: string, address: string, peer?: Ipv4): void;
  removeAddress(name: string, address: string, peer?: Ipv4): void;
  /** Adds it, or puts it in the place of one to the same destination. */
  setRoute(route: LabRoute): void;
  /** Limits what leaves a port. */
  setLimit(name: string, bucket: TokenBucket): void;
}

/** Does something to the network of a namespace; the handle is closed afterwards. */
export function onNetwork<T>(ns: Namespace, action: (network: LabNetwork) => T): T {
  const port = openNetlinkPort(ns);
  try {
    return action(labNetwork(port, ns));
  } finally {
    port.close();
  }
}

function labNetwork(port: KernelPort, ns: Namespace): LabNetwork {
  const switchTo = (name: string, up: boolean) => port.changeLink(name, { up });
  return {
    port,
    addVeth({ peer, sameMac, ...own }) {
      const far = peerOf(own.mtu, peer, macOf(sameMac ? own.index : peer.index));
      port.createLink({ kind: 'veth', ...own, mac: macOf(own.index), peer: far });
    },
    addVxlan: ({ vni, ns, ...end }) =>
      port.createLink({ kind: 'vxlan', ...end, id: vni, learning: false, ns: ns.fd }),
    addBridge: name => port.createLink({ kind: 'bridge', name }),
    setMaster: (name, bridge) => port.changeLink(name, { master: bridge }),
    setUp(...names) {
      for (const name of names) switchTo(name, true);
    },
    setDown: name => switchTo(name, false),
    addAddress: (name, address, peer) =>
      port.addAddress({ interface: name, address: { ...parsed(address), peer }, protocol: 0 }),
    removeAddress: (name, address, peer) => port.deleteAddress(name, { ...parsed(address), peer }),
    setRoute: route => port.replaceRoute(kernelRoute(route)),
    setLimit(name, bucket) {
      const socket = openNetlink(family.ROUTE, ns);
      try {
        setTokenBucket(socket, name, bucket);
      } finally {
        socket.close();
      }
    },
  };
}

function peerOf(mtu: number | undefined, { name, index, ns }: CopperCable['peer'], mac: string) {
  return { name, index, mac, ns: ns.fd, mtu };
}

const LOCAL_TABLE = 255;
const MAIN_TABLE = 254;
const RTPROT_STATIC = 4;

function kernelRoute({ destination, gateway, type = 'unicast', congestion, ...hop }: LabRoute) {
  return {
    table: type === 'local' ? LOCAL_TABLE : MAIN_TABLE,
    destination,
    type,
    nextHops: [{ ...(gateway && { address: gateway }), interface: hop.interface, weight: 1 }],
    protocol: RTPROT_STATIC,
    metric: 0,
    congestion,
  } as const;
}

function parsed(text: string) {
  const address = parseIpv4Interface(text);
  if (!address) throw new TypeError(`not an address: ${text}`);
  return address;
}
