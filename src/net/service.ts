/** A service as people name it: its protocol and the port that it waits on (IANA service names). */
export interface Service {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

const ports: Readonly<Record<Service['protocol'], Readonly<Record<string, number>>>> = {
  tcp: {
    ftp: 21,
    ssh: 22,
    telnet: 23,
    smtp: 25,
    http: 80,
    www: 80,
    web: 80,
    pop3: 110,
    imap: 143,
    bgp: 179,
    https: 443,
    submission: 587,
    imaps: 993,
    pop3s: 995,
    pptp: 1723,
    rdp: 3389,
    winbox: 8291,
    api: 8728,
    'api-ssl': 8729,
  },
  udp: {
    dns: 53,
    domain: 53,
    dhcp: 67,
    tftp: 69,
    ntp: 123,
    snmp: 161,
    ike: 500,
    isakmp: 500,
    syslog: 514,
    openvpn: 1194,
    ovpn: 1194,
    l2tp: 1701,
    radius: 1812,
    'ipsec-nat-t': 4500,
    quic: 443,
    sip: 5060,
    wireguard: 13_231,
  },
};

/** `https`, `dns`; undefined: no service of that name is known. */
export function serviceNamed(name: string): Service | undefined {
  const word = name.toLowerCase();
  for (const protocol of ['tcp', 'udp'] as const) {
    const port = Object.entries(ports[protocol]).find(([known]) => known === word)?.[1];
    if (port !== undefined) return { protocol, port };
  }
  return undefined;
}

export const serviceNames: readonly string[] = Object.values(ports).flatMap(Object.keys);
