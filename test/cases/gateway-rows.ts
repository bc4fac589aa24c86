import { otherRows } from './gateway-other-rows.ts';
import type { GatewayRow } from './gateway-row.ts';

const filter = (rule: string): string => `/ip firewall filter add ${rule}`;
const leftOut = (rule: string, name: string): GatewayRow => ({
  name,
  lines: [filter(rule)],
  refused: ['compile/rule-left-out', 1],
  skip: 'rules',
});

const rows: readonly GatewayRow[] = [
  // What no rule of nftables can ask.
  leftOut('chain=forward action=drop protocol=tcp icmp-options=8:0', 'ICMP options of TCP'),
  leftOut('chain=forward action=drop connection-rate=0-100k', 'speed of a connection'),
  leftOut('chain=forward action=drop protocol=tcp content=badword', 'content'),
  leftOut('chain=forward action=drop protocol=tcp dst-port=443 tls-host=*.bad.example', 'TLS host'),
  leftOut('chain=forward action=drop in-bridge-port=ether4', 'bridge port'),
  leftOut('chain=forward action=drop hotspot=!auth', 'hotspot state'),
  leftOut('chain=forward action=drop ipv4-options=any', 'IP options'),
  leftOut('chain=input action=drop protocol=tcp psd=21,3s,3,1', 'port scan'),
  leftOut('chain=forward action=drop priority=3', 'priority'),
  leftOut('chain=forward action=reject protocol=tcp dst-port=25 reject-with=icmp-foo', 'unknown answer'),
  leftOut('chain=forward action=drop time=8h-17h,mon', 'time without a zone'),
  {
    name: 'a way of its own for packets',
    lines: [
      '/ip firewall mangle add action=route chain=prerouting route-dst=10.10.10.1 src-address=192.168.0.50',
    ],
    refused: ['compile/rule-left-out', 1],
    skip: 'rules',
  },
  {
    name: 'a loop of jumps',
    lines: [
      filter('chain=forward action=jump jump-target=x'),
      filter('chain=x action=jump jump-target=y'),
      filter('chain=y action=jump jump-target=x'),
    ],
    refused: ['compile/jump-loop', 2],
  },
  {
    name: 'a jump to nowhere',
    lines: [filter('chain=forward action=jump jump-target=nochain')],
    said: 'compile/jump-nowhere',
  },
  // What would be an empty or a never matching set.
  {
    name: 'a drop by a list that nothing fills',
    lines: [filter('chain=forward action=drop src-address-list=never_declared')],
    refused: ['linux/address-list', 1],
    skip: 'address-lists',
  },
  {
    name: 'a drop of all but a list that nothing fills',
    lines: [filter('chain=input action=drop src-address-list=!never_declared in-interface-list=LAN')],
    refused: ['linux/address-list', 1],
    skip: 'address-lists',
  },
  {
    name: 'a list that a rule fills',
    lines: [
      filter('chain=input action=add-src-to-address-list address-list=scanners protocol=tcp dst-port=23'),
      filter('chain=input action=drop src-address-list=scanners'),
    ],
    holds: /@list_scanners__added/,
  },
  {
    name: 'a list of a DNS name',
    lines: [
      '/ip firewall address-list add address=bad.example.com list=blk',
      filter('chain=forward action=drop dst-address-list=blk'),
    ],
    refused: ['compile/address-list-name', 1],
    skip: 'dns-names',
  },
  {
    name: 'a DNS name in a list that no rule asks',
    lines: ['/ip firewall address-list add address=bad.example.com list=unasked'],
    said: 'compile/address-list-name',
  },
  {
    name: 'an interface list that nothing makes',
    lines: [filter('chain=forward action=drop in-interface-list=LAM')],
    refused: ['linux/interface-list', 1],
    skip: 'interface-lists',
  },
  {
    name: 'interface lists that include each other',
    lines: [
      '/interface list add name=A include=B',
      '/interface list add name=B include=A',
      filter('chain=forward action=drop in-interface-list=A'),
    ],
  },
  // What another part of RouterOS does.
  {
    name: 'a filter of a bridge',
    lines: ['/interface bridge filter add action=drop chain=forward'],
    refused: ['linux/bridge-filter', 1],
    skip: 'bridge-filter',
  },
  {
    name: 'a disabled filter of a bridge',
    lines: ['/interface bridge filter add action=drop chain=forward disabled=yes'],
  },
  {
    name: 'an IPsec policy',
    lines: ['/ip ipsec policy add src-address=192.168.0.0/24 dst-address=10.5.0.0/16 tunnel=yes'],
    refused: ['linux/ipsec', 1],
    skip: 'ipsec',
  },
  {
    name: 'the template of IPsec policies',
    lines: ['/ip ipsec policy set 0 src-address=0.0.0.0/0 dst-address=0.0.0.0/0'],
  },
  { name: 'a rule about IPsec', lines: [filter('chain=forward action=accept ipsec-policy=in,ipsec')] },
  {
    name: 'a hotspot',
    lines: ['/ip hotspot add interface=ether4 name=hs disabled=no'],
    refused: ['linux/hotspot', 1],
    skip: 'hotspot',
  },
  { name: 'a disabled hotspot', lines: ['/ip hotspot add interface=ether4 name=hs disabled=yes'] },
  {
    name: 'a script that is not certain',
    lines: ['/system scheduler add interval=1m name=s on-event="/ip route disable 0"'],
    refused: ['linux/script-not-carried-out', 1],
    skip: 'scripts',
  },
  {
    name: 'a script that is certain',
    lines: ['/tool netwatch add host=8.8.8.8 interval=5s down-script="/ip route disable [find comment=x]"'],
  },
  {
    name: 'whom a service answers',
    lines: ['/ip service set ssh address=192.168.0.0/24', '/ip service set telnet disabled=yes'],
    said: 'compile/service-address',
    holds: /tcp dport 22 ip saddr != \{ 192\.168\.0\.0\/24 \} counter drop/,
  },
  {
    name: 'a firewall for IPv6',
    lines: [
      '/ipv6 firewall filter add action=drop chain=forward',
      '/ipv6 firewall filter add action=drop chain=input',
    ],
    said: 'compile/ipv6',
    holds: /chain ipv6_forward \{[^}]*\n {4}counter drop/,
  },
  // What nftables can do.
  ...[
    filter('chain=forward action=drop connection-bytes=1000000-0'),
    filter('chain=forward action=drop protocol=tcp connection-limit=100,32'),
    filter('chain=forward action=drop protocol=tcp dst-limit=5,10,src-address/1m'),
    filter('chain=forward action=drop random=10'),
    filter('chain=forward action=drop fragment=yes'),
    filter('chain=forward action=drop packet-size=1400-1500'),
    filter('chain=forward action=drop src-mac-address=02:00:00:00:05:01'),
    filter('chain=input action=drop protocol=tcp tcp-flags=fin,syn'),
    filter('chain=input action=tarpit protocol=tcp dst-port=22'),
    filter('chain=input action=accept protocol=icmp limit=5,10:packet'),
    '/ip firewall raw add action=notrack chain=prerouting protocol=udp dst-port=53',
    '/ip firewall mangle add action=change-mss chain=forward new-mss=clamp-to-pmtu protocol=tcp tcp-flags=syn',
    '/ip firewall nat add action=netmap chain=dstnat dst-address=198.18.0.0/24 to-addresses=192.168.0.0/24',
    '/ip firewall nat add action=src-nat chain=srcnat out-interface=ether1 to-addresses=10.10.10.192/28',
    '/ip firewall nat add action=same chain=srcnat to-addresses=10.10.10.200-10.10.10.210',
    '/ip firewall nat add action=redirect chain=dstnat protocol=udp dst-port=53 to-ports=53 in-interface-list=LAN',
    '/queue simple add name=q1 target=192.168.0.10/32 max-limit=1M/2M',
  ].map((line): GatewayRow => ({ name: line, lines: [line] })),
  // Odd names.
  {
    name: 'a port that Linux cannot name',
    lines: [filter('chain=forward action=drop in-interface="my lan port"')],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'a port whose name would end a string',
    lines: [filter('chain=forward action=drop in-interface="e\\"; flush ruleset; \\""')],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'a path as a port',
    lines: ['/ip address add address=10.77.0.1/24 interface="../../etc"'],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'an address on two ports',
    lines: ['/ip address add address=192.168.0.1/24 interface=ether1'],
    said: 'compile/address-twice',
  },
  {
    name: 'a chain whose name would end the table',
    lines: [
      filter('chain=forward action=jump jump-target="x; flush ruleset"'),
      filter('chain="x; flush ruleset" action=drop'),
    ],
    holds: /chain filter_x__flush_ruleset \{/,
  },
  {
    name: 'chains that differ in what nft cannot write',
    lines: [
      filter('chain=forward action=jump jump-target="a-b"'),
      filter('chain="a-b" action=drop'),
      filter('chain=forward action=jump jump-target="a_b"'),
      filter('chain="a_b" action=accept'),
    ],
    holds: /chain filter_a_b_2 \{/,
  },
  {
    name: 'a long chain',
    lines: [
      filter(`chain=forward action=jump jump-target=${'c'.repeat(200)}`),
      filter(`chain=${'c'.repeat(200)} action=drop`),
    ],
  },
  {
    name: 'lists that differ in what nft cannot write',
    lines: [
      ...['a-b', 'a_b', 'a b'].map(
        (list, n) => `/ip firewall address-list add address=192.0.2.${n + 1} list="${list}"`,
      ),
      filter('chain=forward action=drop src-address-list="a-b"'),
      filter('chain=forward action=accept src-address-list="a_b"'),
      filter('chain=forward action=drop dst-address-list="a b"'),
    ],
    holds: /set list_a_b_3 \{/,
  },
  {
    name: 'a list in Japanese letters',
    lines: [
      '/ip firewall address-list add address=192.0.2.1 list="日本語"',
      filter('chain=forward action=drop src-address-list="日本語"'),
    ],
  },
  {
    name: 'a comment that would end a string',
    lines: [filter('chain=forward action=drop comment="x\\"; flush ruleset; #" dst-port=1 protocol=tcp')],
  },
  {
    name: 'a comment of several lines',
    lines: [
      filter('chain=forward action=drop comment="a\\r\\n}\\r\\ntable ip x { }" dst-port=1 protocol=tcp'),
    ],
  },
  {
    name: 'a log prefix that would end a string',
    lines: [filter('chain=forward action=drop log=yes log-prefix="LP\\" }; flush ruleset; #"')],
  },
  {
    name: 'a mark that would end a string',
    lines: [
      '/ip firewall mangle add action=mark-packet chain=forward new-packet-mark="m\\" }; flush ruleset"',
    ],
  },
  {
    name: 'a table that is called as a table of Linux',
    lines: ['/routing table add fib name="local"', '/routing table add fib name="255"'],
  },
  {
    name: 'more marks than there are numbers',
    lines: Array.from(
      { length: 300 },
      (_, n) =>
        `/ip firewall mangle add action=mark-connection chain=prerouting new-connection-mark=cm${n} src-address=10.0.${n >> 8}.${n & 255}`,
    ),
    refused: ['compile/too-many-marks', 254],
  },
];

export const gatewayRows: readonly GatewayRow[] = [...rows, ...otherRows];
