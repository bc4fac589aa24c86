/** An office that works: two DHCP lines, PCC 1:1 with a table each, DNS by the router. RouterOS 7. */
const office = `
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/routing table add fib name=to_ISP1
/routing table add fib name=to_ISP2
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1 add-default-route=no
/ip dhcp-client add interface=ether2 add-default-route=no
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1 dns-server=192.168.0.1
/ip dns set allow-remote-requests=yes servers=9.9.9.9
/ip firewall mangle
add chain=prerouting in-interface=ether4 dst-address-type=!local connection-mark=no-mark action=mark-connection new-connection-mark=one per-connection-classifier=both-addresses:2/0
add chain=prerouting in-interface=ether4 dst-address-type=!local connection-mark=no-mark action=mark-connection new-connection-mark=two per-connection-classifier=both-addresses:2/1
add chain=prerouting in-interface=ether4 connection-mark=one action=mark-routing new-routing-mark=to_ISP1
add chain=prerouting in-interface=ether4 connection-mark=two action=mark-routing new-routing-mark=to_ISP2
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether2
/ip route add dst-address=0.0.0.0/0 gateway=10.10.10.1
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 distance=2
/ip route add dst-address=0.0.0.0/0 gateway=10.10.10.1 routing-table=to_ISP1
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 routing-table=to_ISP2
`;

/** Its bench, with as little as shows what is broken. */
const bench = `config: office.rsc
clients: 2
connections: 200
router: { lan: ether4 }
internet: { servers: 50 }
isps:
  - { interface: ether1, gateway: 10.10.10.1 }
  - { interface: ether2, gateway: 20.20.20.1 }
`;

/** A network with one mistake, and the sentence that must be said first. */
export interface BrokenNetwork {
  readonly name: string;
  readonly config: string;
  readonly topology: string;
  readonly experiment: 'addressing' | 'balance';
  readonly sentence: RegExp;
}

/** The text with something in the place of something that it has; a line goes where nothing comes for it. */
function changed(text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new Error(`the office has no ${from}`);
  return text.replace(from, to);
}

const broken = (
  name: string,
  [from, to]: readonly [RegExp, string],
  sentence: RegExp,
  experiment: BrokenNetwork['experiment'] = 'addressing',
): BrokenNetwork => ({ name, config: changed(office, from, to), topology: bench, experiment, sentence });

const leak =
  /^ISP[12] sees the clients' own addresses \(192\.168\.0\.1\d\d.*\): nothing translates what leaves by ether[12]/;
const idle = /ISP2 carried none of 200 connections, though the configuration gives it \d\d\.\d % of them\./;

export const soundNetwork = { name: 'the office itself', config: office, topology: bench } as const;

export const brokenNetworks: readonly BrokenNetwork[] = [
  broken('no NAT', [/^\/ip firewall nat .*\n/gm, ''], leak),
  broken(
    'a closed forward chain',
    [/$/, '/ip firewall filter add chain=forward action=drop\n'],
    /^No connection of a client to the Internet succeeds\./,
  ),
  broken(
    'a missing DHCP network',
    [/^\/ip dhcp-server network .*\n/m, ''],
    /^No default route for c1, c2: the DHCP server gives no gateway/,
  ),
  broken(
    'a DHCP server on the wrong interface',
    [/name=lan interface=ether4/, 'name=lan interface=ether5'],
    /^The clients get no lease: the configuration serves no DHCP on ether4, only on ether5 \(office\.rsc:8\)\./,
  ),
  {
    ...broken('a dead second WAN', [/$/, ''], idle, 'balance'),
    topology: changed(bench, /gateway: 20\.20\.20\.1 /, 'gateway: 20.20.20.1, loss: 100 '),
  },
  broken(
    'no route',
    [/^\/ip route .*\n/gm, ''],
    /^No table has an active default route that leads anywhere: nothing leaves the router\./,
  ),
  broken('a wrong gateway', [/20\.20\.20\.1\b/g, '20.20.20.9'], idle, 'balance'),
  broken(
    'masquerade on the wrong interface',
    [/masquerade out-interface=ether[12]/g, 'masquerade out-interface=ether4'],
    leak,
  ),
  broken(
    'marks to an empty table',
    [/^\/ip route .*to_ISP2\n/m, ''],
    /^Table to_ISP2 has no active route: packets that marks or rules send there use main instead\./,
  ),
  broken(
    'a src-address-list without the LAN',
    [/masquerade out-interface/g, 'masquerade src-address-list=ours out-interface'],
    leak,
  ),
  broken(
    'a blackhole as the default route',
    [/gateway=[12]0\.[12]0\.[12]0\.1/g, 'blackhole'],
    /^No table has an active default route that leads anywhere/,
  ),
  broken(
    'DNS refused',
    [/allow-remote-requests=yes/, 'allow-remote-requests=no'],
    /^The clients' resolver 192\.168\.0\.1 does not resolve example\.com: no answer\./,
  ),
];
