/** IP protocol numbers by the names RouterOS uses (IANA protocol-numbers). */
const numbers: Readonly<Record<string, number>> = {
  icmp: 1,
  igmp: 2,
  ggp: 3,
  'ip-encap': 4,
  ipencap: 4,
  st: 5,
  tcp: 6,
  egp: 8,
  pup: 12,
  udp: 17,
  hmp: 20,
  'xns-idp': 22,
  rdp: 27,
  'iso-tp4': 29,
  dccp: 33,
  xtp: 36,
  ddp: 37,
  'idpr-cmtp': 38,
  ipv6: 41,
  ipv6_encap: 41,
  'ipv6-encap': 41,
  'ipv6-route': 43,
  'ipv6-frag': 44,
  idrp: 45,
  rsvp: 46,
  gre: 47,
  'ipsec-esp': 50,
  'ipsec-ah': 51,
  'ipv6-icmp': 58,
  icmpv6: 58,
  'ipv6-nonxt': 59,
  'ipv6-opts': 60,
  rspf: 73,
  vmtp: 81,
  ospf: 89,
  ipip: 94,
  etherip: 97,
  encap: 98,
  pim: 103,
  vrrp: 112,
  l2tp: 115,
  sctp: 132,
  'udp-lite': 136,
  udplite: 136,
};

/** TCP, UDP, DCCP, SCTP, UDP-Lite: their first four bytes are ports. */
export const portProtocols: readonly number[] = [6, 17, 33, 132, 136];

/** Does this IP protocol have ports? */
export function carriesPorts(protocol: number): boolean {
  // The same set, spelt out: this runs once per simulated packet.
  return protocol === 6 || protocol === 17 || protocol === 33 || protocol === 132 || protocol === 136;
}

/** The names of protocols that RouterOS knows. */
export const protocolNames: readonly string[] = Object.keys(numbers);

/** A protocol's number by name or decimal number; undefined for names we do not know. */
export function protocolNumber(protocol: string): number | undefined {
  return /^\d{1,3}$/.test(protocol) && Number(protocol) < 256 ? Number(protocol) : numbers[protocol];
}

/** The name of a protocol number, or the number itself. */
export function protocolName(protocol: number): string {
  return Object.keys(numbers).find(name => numbers[name] === protocol) ?? `${protocol}`;
}
