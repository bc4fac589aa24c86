import type { Interface } from '../../model/index.ts';

/**
 * RouterOS's word for the kind of an interface: `pppoe-client`, `wireguard`. One that no menu of interfaces describes is
 * a port.
 */
export function kindOf(item: Interface | undefined): string {
  if (item?.kind !== 'other') return item?.kind ?? 'ethernet';
  const [, kind = 'ethernet'] = /^\/interface (\S+)/.exec(item.origin.menu) ?? [];
  return kind;
}

/**
 * Bytes of a packet where the text states none: 1500 less what the kind puts around it. PPPoE: RFC 2516; WireGuard,
 * L2TP, PPTP: the defaults of RouterOS.
 */
const usualMtu: Readonly<Record<string, number>> = {
  'pppoe-client': 1492,
  'l2tp-client': 1450,
  'pptp-client': 1450,
  wireguard: 1420,
  ipip: 1480,
  gre: 1476,
  eoip: 1458,
};

/** A bench carries no jumbo frames, and IPv4 asks for at least 68 bytes. */
const [least, most] = [68, 1500] as const;

/** Bytes of the largest packet that an interface carries. */
export function mtuOf(item: Interface | undefined): number {
  const stated = Number(item?.mtu ?? item?.properties['max-mtu'] ?? item?.properties['mtu']);
  const mtu = Number.isInteger(stated) && stated >= least ? stated : (usualMtu[kindOf(item)] ?? most);
  return Math.min(mtu, most);
}

/** Kinds that have no link layer: what is sent arrives at the one machine at the other end, without ARP. */
const pointToPoint = /^(?:pppoe|l2tp|pptp|sstp|ovpn|ppp)-|^(?:lte|wireguard|ipip|gre)$/;

export const isPointToPoint = (kind: string): boolean => pointToPoint.test(kind);
