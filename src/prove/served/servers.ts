import { type Router, type StatedItem, statedItems } from '../../model/index.ts';
import { type Ipv4, isIpv4 } from '../../net/index.ts';
import { makePacket, type Packet } from '../../walk/index.ts';
import type { VpnService } from '../invariants/breach.ts';

/** A VPN server of the router, by the first packet that it waits for. */
export interface Served {
  readonly service: VpnService;
  readonly protocol: number;
  readonly port: number;
  /** Where it waits at one address alone. */
  readonly at?: Ipv4 | undefined;
}

/** A first packet from `src` to a server at `dst`. */
export const firstTo = (
  { protocol, port, service }: Served,
  name: string,
  src: number,
  dst: number,
): Packet =>
  makePacket({ in: name, src, dst, protocol, srcPort: service === 'IKEv2' ? port : 40_000, dstPort: port });

/** The VPN servers that the text turns on. */
export function servedBy(router: Router): Served[] {
  const found = statedItems(router, /^\/(?:interface \w+-server server|interface wireguard|ip ipsec peer)$/);
  return [
    ...new Map(
      found.flatMap(item => serversIn(router, item)).map(one => [JSON.stringify(one), one]),
    ).values(),
  ];
}

const server = (service: VpnService, protocol: number, port: number): Served => ({ service, protocol, port });

const [tcp, udp] = [6, 17] as const;

function serversIn(router: Router, item: StatedItem): Served[] {
  const { menu, properties } = item;
  const port = (usual: number): number => Number(properties['port'] ?? usual);
  if (menu === '/interface wireguard') return wireGuard(router, properties);
  if (menu === '/ip ipsec peer') return responder(properties);
  // From 7.17 on there may be several OpenVPN servers, each enabled like any item.
  const isOn = properties['enabled'] === 'yes' || properties['disabled'] === 'no';
  if (!isOn) return [];
  switch (menu) {
    case '/interface l2tp-server server':
      return l2tp(properties['use-ipsec'] ?? 'no');
    case '/interface pptp-server server':
      return [server('PPTP', tcp, 1723)];
    case '/interface sstp-server server':
      return [server('SSTP', tcp, port(443))];
    case '/interface ovpn-server server':
      return [server('OVPN', properties['protocol'] === 'udp' ? udp : tcp, port(1194))];
    default:
      return [];
  }
}

/** Clients that use IPsec begin with IKE; behind NAT they go on at port 4500. */
const l2tp = (ipsec: string): Served[] => [
  ...(ipsec === 'no' ? [] : ike('L2TP/IPsec')),
  ...(ipsec === 'required' ? [] : [server('L2TP', udp, 1701)]),
];

const ike = (service: VpnService): Served[] => [server(service, udp, 500), server(service, udp, 4500)];

/** Somebody calls where the text does not say where the peer is. */
function wireGuard(router: Router, { name, 'listen-port': port = '' }: StatedItem['properties']): Served[] {
  const isOff = router.interfaces.some(item => item.name === name && item.disabled);
  const isCalled = statedItems(router, /^\/interface wireguard peers$/).some(
    ({ properties }) => properties['interface'] === name && !properties['endpoint-address'],
  );
  return isCalled && !isOff && Number(port) > 0 ? [server('WireGuard', udp, Number(port))] : [];
}

/** A peer that is not one host, or only answers. */
function responder({
  address = '',
  passive,
  'exchange-mode': mode,
  'local-address': local = '',
}: StatedItem['properties']): Served[] {
  const isOpen = passive === 'yes' || address === '' || /\/(?!32$)/.test(address);
  const at = isIpv4(local) && local !== '0.0.0.0' ? local : undefined;
  return isOpen ? ike(mode === 'ike2' ? 'IKEv2' : 'IPsec').map(one => ({ ...one, at })) : [];
}
