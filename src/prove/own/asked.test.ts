import { describe, expect, it } from 'vitest';
import { readText } from '../../../test/walk/read.ts';
import { ipv4ToNumber } from '../../net/index.ts';
import { assumedWorld, assumeWorld, situationOf } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { prepare } from '../../walk/index.ts';
import { ownQuestions, packetClasses } from '../classes/classes.ts';
import { type Proof, prove } from '../prove.ts';
import { violationText } from '../say.ts';
import { askedBy } from './asked.ts';

const twoWans = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=10.3.0.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=10.0.0.1 check-gateway=ping
add gateway=10.3.0.1 distance=2 check-gateway=ping
/ip dns
set servers=198.51.100.53
`;

function proofOf(more: string): Proof {
  const { router } = readRouterOs(`${twoWans}${more}`, { file: 'office.rsc', dialect: 'v7' });
  return prove(router, assumedWorld(router, {}), { engine: 'routeros' });
}

const aboutServers = ({ violations, remarks }: Proof): string[] =>
  [...violations, ...remarks]
    .filter(
      ({ invariant, breach, alsoBreaks = [] }) =>
        invariant === 'router-reaches-servers' ||
        (breach.kind === 'pinned' && alsoBreaks.includes('router-reaches-servers')),
    )
    .map(one => violationText(one, 'en'));

/** Service, name, port and whether the address is known of all whom the router asks. */
const askedIn = (more: string): (string | number | boolean)[][] =>
  askedBy(readText(`${twoWans}${more}`)).map(({ service, name, port, isKnown }) => [
    service,
    name,
    port,
    isKnown,
  ]);

const dnsServer = ['DNS', '198.51.100.53', 53, true];

describe('askedBy', () => {
  it('whoever dials in, by address or by pool → not asked', () => {
    const pool =
      '/ip pool\nadd name=vpn ranges=10.8.0.10-10.8.0.20\n/ppp profile\nadd name=vpn remote-address=vpn\n';
    const watch = (host: string): string => `/tool netwatch\nadd host=${host}\n`;
    expect(askedIn(`${pool}${watch('10.8.0.15')}`)).toEqual([dnsServer]);
    expect(askedIn(`/ppp secret\nadd name=a remote-address=10.8.0.15\n${watch('10.8.0.15')}`)).toEqual([
      dnsServer,
    ]);
    expect(askedIn(`${pool}${watch('10.8.0.21')}`)).toHaveLength(2);
  });

  it('servers of all kinds, forwarders among them', () => {
    const text = `/system ntp client servers
add address=198.51.100.123
/radius
add address=192.168.0.5 service=ppp
add address=192.168.0.6 service=ppp disabled=yes
/ip dns static
add type=FWD name=corp.example.com forward-to=192.168.0.4
/ip dns forwarders
add name=corp dns-servers=192.168.0.7,192.168.0.8
/tool netwatch
add host=198.51.100.1
add host=198.51.100.2 disabled=yes
`;
    expect(askedIn(text)).toEqual([
      dnsServer,
      ['DNS', '192.168.0.4', 53, true],
      ['DNS', '192.168.0.7', 53, true],
      ['DNS', '192.168.0.8', 53, true],
      ['NTP', '198.51.100.123', 123, true],
      ['RADIUS', '192.168.0.5', 1812, true],
      ['netwatch', '198.51.100.1', 0, true],
    ]);
  });

  it('an address of its own → nobody else is asked', () => {
    expect(askedIn('/ip dns\nset servers=192.168.0.1\n')).toEqual([]);
  });

  it('who has an address of IPv6 alone → not asked, as no packet of IPv4 goes there', () => {
    expect(askedIn('/ip dns\nset servers=2001:db8::53\n')).toEqual([]);
    expect(
      askedIn(`/system ntp client servers
add address=2001:db8::123
/interface ovpn-client
add name=vpn connect-to=2001:db8::9 user=u disabled=no
`),
    ).toEqual([dnsServer]);
  });

  it('DNS over HTTPS by address, by a name of the text, by a name that nobody knows', () => {
    const doh = (url: string, more = '') => askedIn(`/ip dns\nset use-doh-server=${url}\n${more}`).slice(1);
    expect(doh('https://198.51.100.8/dns-query')).toEqual([['DoH', '198.51.100.8', 443, true]]);
    expect(doh('https://198.51.100.8:8443/q')).toEqual([['DoH', '198.51.100.8', 8443, true]]);
    const stated = '/ip dns static\nadd name=dns.example.com address=198.51.100.8\n';
    expect(doh('https://dns.example.com/dns-query', stated)).toEqual([['DoH', 'dns.example.com', 443, true]]);
    expect(doh('https://dns.example.com/dns-query')).toEqual([['DoH', 'dns.example.com', 443, false]]);
  });

  it('no server in the text, a DHCP client → those of the lease, unless it does not take them', () => {
    const client = (more: string) =>
      `/ip address\nadd address=192.168.0.1/24 interface=ether2\n/ip dhcp-client\nadd interface=ether1 disabled=no ${more}\n`;
    const services = (text: string) => {
      const { router } = readRouterOs(text, { file: 'office.rsc', dialect: 'v7' });
      const { world } = assumeWorld(router);
      const { rib } = situationOf(router, world);
      const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0 });
      return askedBy(prepared).map(({ service, name, isKnown }) => [service, name, isKnown]);
    };
    expect(services(client(''))).toEqual([['DNS', '', false]]);
    expect(services(client('use-peer-dns=no'))).toEqual([]);
  });

  it('far ends of tunnels of all kinds; those that are off, or wait for calls, are not asked', () => {
    const text = `/interface wireguard
add listen-port=13231 name=wg1
/interface wireguard peers
add endpoint-address=198.51.100.99 endpoint-port=13232 interface=wg1 public-key="k"
add interface=wg1 public-key="l"
/interface l2tp-client
add name=l2tp1 connect-to=198.51.100.7 user=a disabled=no
add name=l2tp2 connect-to=198.51.100.17 user=a disabled=no use-ipsec=yes
add name=l2tp3 connect-to=198.51.100.27 user=a
/interface pptp-client
add name=pptp1 connect-to=198.51.100.6 user=a disabled=no
/interface sstp-client
add name=sstp1 connect-to=vpn.example.com:4443 user=a disabled=no
/interface ovpn-client
add name=ovpn1 connect-to=198.51.100.5 port=1195 protocol=udp user=a disabled=no
/interface gre
add name=gre1 remote-address=198.51.100.8
/interface eoip
add name=eoip1 remote-address=198.51.100.9 tunnel-id=1 ipsec-secret=s
/interface ipip
add name=ipip1 remote-address=198.51.100.10 local-address=10.3.0.2
/ip ipsec peer
add name=a address=198.51.100.11/32
add name=b address=0.0.0.0/0 passive=yes
`;
    expect(
      askedBy(readText(`${twoWans}${text}`))
        .slice(1)
        .map(({ service, name, protocol, port, srcPort, src, tunnel }) =>
          [service, name, protocol, port, srcPort, src, tunnel].join(' '),
        ),
    ).toEqual([
      'WireGuard 198.51.100.99 17 13232 13231  wg1',
      'L2TP 198.51.100.7 17 1701   l2tp1',
      'IPsec 198.51.100.17 17 500 500  l2tp2',
      'PPTP 198.51.100.6 6 1723   pptp1',
      'SSTP vpn.example.com 6 4443   sstp1',
      'OVPN 198.51.100.5 17 1195   ovpn1',
      'GRE 198.51.100.8 47 0   gre1',
      'IPsec 198.51.100.9 17 500 500  eoip1',
      'IPIP 198.51.100.10 4 0  10.3.0.2 ipip1',
      'IPsec 198.51.100.11 17 500 500  ',
    ]);
  });

  it('a text without addresses of its WANs → the router is asked nothing', () => {
    const asked = packetClasses(readText('/ip dns\nset servers=198.51.100.53\n'));
    expect(asked.filter(({ direction }) => direction === 'router-to-servers')).toEqual([]);
  });
});

describe('router-reaches-servers', () => {
  it('any WAN leads to it → holds', () => {
    expect(aboutServers(proofOf(''))).toEqual([]);
  });

  it('a rule refuses the answer → violated', () => {
    expect(
      aboutServers(proofOf('/ip firewall filter\nadd chain=input in-interface=ether1 action=drop\n')),
    ).toEqual([
      expect.stringMatching(
        /^The answer of the router's DNS server 198\.51\.100\.53 is dropped by the filter rule/,
      ),
    ]);
  });

  it('pinned to one WAN → a remark while that is dead', () => {
    expect(aboutServers(proofOf('/ip route\nadd dst-address=198.51.100.53/32 gateway=10.0.0.1\n'))).toEqual([
      'Only packets to 198.51.100.53 are lost: it is pinned to ether1 by a route.',
    ]);
  });
});

describe('ownQuestions', () => {
  it('a UDP packet to the port of each server, without a source', () => {
    expect(ownQuestions(readText(twoWans)).map(({ packet }) => packet)).toMatchObject([
      {
        in: undefined,
        src: 0,
        dst: ipv4ToNumber('198.51.100.53'),
        protocol: 17,
        srcPort: 40_000,
        dstPort: 53,
      },
    ]);
  });

  it('one of two WANs has no address → nothing is asked', () => {
    const half = twoWans.replace('add address=10.3.0.2/24 interface=ether3\n', '');
    expect(ownQuestions(readText(half.replace('gateway=10.3.0.1', 'gateway=ether3')))).toEqual([]);
  });

  it('the same server twice, a disabled item, another menu → asked once, not, not', () => {
    const servers = (more: string) => askedBy(readText(`${twoWans}${more}`)).map(({ name }) => name);
    expect(servers('/ip dns\nset servers=198.51.100.53,198.51.100.53,198.51.100.54\n')).toEqual([
      '198.51.100.53',
      '198.51.100.54',
    ]);
    expect(servers('/system ntp client servers\nadd address=198.51.100.123 disabled=yes\n')).toEqual([
      '198.51.100.53',
    ]);
    expect(servers('/system ntp server\nset enabled=yes\n')).toEqual(['198.51.100.53']);
  });

  it('a tunnel says no port → the usual one', () => {
    const text =
      '/interface wireguard peers\nadd endpoint-address=198.51.100.99 interface=wg1 public-key="k"\n';
    expect(askedIn(text)).toContainEqual(['WireGuard', '198.51.100.99', 51_820, true]);
  });
});
