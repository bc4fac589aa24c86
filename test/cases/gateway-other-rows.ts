import type { GatewayRow } from './gateway-row.ts';

const filter = (rule: string): string => `/ip firewall filter add ${rule}`;
const mangle = (rule: string): string => `/ip firewall mangle add ${rule}`;
const leftOut = (name: string, ...lines: readonly string[]): GatewayRow => ({
  ...{ name, lines, refused: ['compile/rule-left-out', lines.length] as const, skip: 'rules' },
});

/** Menus that the gateway leaves to others, more rules, and more odd names. */
export const otherRows: readonly GatewayRow[] = [
  // What other programs of the host do, or nobody: it runs, and what is not done is said.
  {
    name: 'a routing daemon of its own: BGP',
    lines: ['/routing bgp connection add name=a remote.address=10.10.10.1 as=65000'],
    said: 'linux/service-not-run',
  },
  { name: 'an OSPF instance without an interface', lines: ['/routing ospf instance add name=o'] },
  {
    name: 'a bridge with a port',
    lines: ['/interface bridge add name=br1', '/interface bridge port add bridge=br1 interface=ether5'],
  },
  {
    name: 'a VLAN with an address',
    lines: [
      '/interface vlan add interface=ether4 name=vlan10 vlan-id=10',
      '/ip address add address=192.168.10.1/24 interface=vlan10',
    ],
  },
  { name: 'VRRP', lines: ['/interface vrrp add interface=ether4 name=vrrp1 vrid=7'] },
  {
    name: 'WireGuard',
    lines: ['/interface wireguard add name=wg0 listen-port=51820 private-key="aaaa"'],
  },
  {
    name: 'a line that is dialled',
    lines: [
      '/interface pppoe-client add interface=ether2 name=pppoe1 user=a password=b disabled=no add-default-route=yes',
    ],
  },
  // What no rule of nftables can ask.
  leftOut('the priority that a packet came in with', filter('chain=forward action=drop ingress-priority=3')),
  leftOut(
    'a pattern of layer 7',
    '/ip firewall layer7-protocol add name=yt regexp="youtube"',
    filter('chain=forward action=drop layer7-protocol=yt'),
  ),
  leftOut('peer-to-peer programs', filter('chain=forward action=drop p2p=all-p2p')),
  {
    name: 'a priority that is set: nothing depends on it',
    lines: [mangle('action=set-priority chain=forward new-priority=3')],
    said: 'compile/rule-left-out',
  },
  {
    name: 'packets copied to a sniffer',
    lines: [mangle('action=sniff-tzsp chain=prerouting sniff-target=192.168.0.9')],
    said: 'compile/rule-left-out',
  },
  {
    name: 'FastTrack before everything',
    lines: [
      filter('action=fasttrack-connection chain=forward connection-state=established,related place-before=0'),
    ],
    said: 'compile/rule-ignored',
  },
  {
    name: 'FastTrack at the end',
    lines: [filter('action=fasttrack-connection chain=forward connection-state=established,related')],
    said: 'compile/rule-ignored',
  },
  // What is no rule at all.
  {
    name: 'an action that there is not',
    lines: [filter('action=explode chain=forward')],
    refused: ['rsc/unknown-action', 1],
  },
  {
    name: 'a matcher that there is not',
    lines: [filter('action=drop chain=forward frobnicate=yes')],
    refused: ['rsc/unknown-property', 1],
  },
  // What nftables can do.
  {
    name: 'a class of service that is set',
    lines: [mangle('action=change-dscp chain=forward new-dscp=46')],
    holds: /ip dscp set 46/,
  },
  {
    name: 'a TTL that is set',
    lines: [mangle('action=change-ttl chain=postrouting new-ttl=set:64 passthrough=yes')],
    holds: /ip ttl set 64/,
  },
  {
    name: 'a class of service that is dropped',
    lines: [filter('action=drop chain=forward dscp=46')],
    holds: /ip dscp 46 counter drop/,
  },
  {
    name: 'a TTL that is dropped',
    lines: [filter('action=drop chain=forward ttl=less-than:5')],
    holds: /ip ttl < 5 counter drop/,
  },
  {
    name: 'a port forward to several hosts and ports',
    lines: [
      '/ip firewall nat add action=dst-nat chain=dstnat in-interface=ether1 protocol=tcp dst-port=99 to-addresses=192.168.0.10-192.168.0.12 to-ports=90-95',
    ],
    holds:
      /dnat ip to 192\.168\.0\.10-192\.168\.0\.12 : ?90-95|dnat ip to 192\.168\.0\.10-192\.168\.0\.12:90-95/,
  },
  {
    name: 'several addresses as source',
    lines: [
      '/ip firewall nat add action=src-nat chain=srcnat out-interface=ether1 to-addresses=10.10.10.200-10.10.10.210',
    ],
    holds: /snat ip to 10\.10\.10\.200-10\.10\.10\.210/,
  },
  {
    name: 'packets that no IPsec policy took',
    lines: [filter('action=drop chain=forward ipsec-policy=in,none src-address=10.8.0.0/16')],
    holds: /ip saddr 10\.8\.0\.0\/16 .*drop/,
  },
  {
    name: 'a rate without a burst',
    lines: [filter('action=drop chain=input protocol=icmp limit=5')],
    holds: /limit rate 5\/second/,
  },
  {
    name: 'an entry that ends by itself',
    lines: [
      '/ip firewall address-list add address=192.0.2.9 list=blk timeout=1h',
      filter('action=drop chain=forward dst-address-list=blk'),
    ],
    holds: /192\.0\.2\.9 timeout 3600s/,
  },
  {
    name: 'each second packet is marked',
    lines: [
      mangle('action=mark-connection chain=prerouting nth=2,1 new-connection-mark=ISP1_conn passthrough=yes'),
    ],
    holds: /numgen inc mod 2/,
  },
  {
    name: 'a packet mark that nothing sets',
    lines: [filter('action=drop chain=forward packet-mark=foo')],
    holds: /meta mark & 0x3f000000 == 0x01000000 counter drop/,
  },
  {
    name: 'a routing mark',
    lines: [filter('action=drop chain=forward routing-mark=to_ISP1')],
    holds: /meta mark & 0x000000ff == 0x00000001 counter drop/,
  },
  {
    name: 'a TCP reset',
    lines: [filter('action=reject chain=forward protocol=tcp dst-port=25 reject-with=tcp-reset')],
    holds: /tcp dport 25 counter reject with tcp reset/,
  },
  {
    name: 'a log whose prefix would end a string',
    lines: [filter('action=log chain=forward log-prefix="x\\"y; flush ruleset"')],
    holds: /log prefix "x y; flush ruleset/,
  },
  {
    name: 'a drop before tracking',
    lines: ['/ip firewall raw add action=drop chain=prerouting src-address=192.0.2.0/24'],
    holds: /ip saddr 192\.0\.2\.0\/24 counter drop/,
  },
  // Odd names.
  {
    name: 'a port whose name is too long for Linux',
    lines: [filter('action=drop chain=forward in-interface=averyveryverylonginterfacename0123456789')],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'a port called as the folder above',
    lines: ['/ip address add address=10.77.0.1/24 interface=".."'],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'a port that nft would take for many',
    lines: [filter('action=drop chain=forward in-interface="ether*"')],
    refused: ['compile/interface-name', 1],
  },
  {
    name: 'ports that look like options',
    lines: [
      '/ip address add address=10.77.0.1/24 interface="-all"',
      '/ip dhcp-client add interface="-sevil.sh" disabled=no',
    ],
  },
  {
    name: 'a port that is renamed: what refers to it goes with it',
    lines: ['/interface ethernet set [find default-name=ether1] name=wan1'],
    holds: /iifname vmap \{ "wan1" :/,
  },
  { name: 'a long comment', lines: [filter(`action=drop chain=forward comment="${'y'.repeat(2000)}"`)] },
  {
    name: 'a list whose name would end the table',
    lines: [
      '/ip firewall address-list add address=192.0.2.1 list="a b; }\\" flush ruleset"',
      filter('action=drop chain=forward src-address-list="a b; }\\" flush ruleset"'),
    ],
    holds: /set list_a_b_____flush_ruleset \{/,
  },
  {
    name: 'a domain of two lines',
    lines: ['/ip dhcp-server network set [find] domain="x,y\n--dhcp-script=evil.sh"'],
    refused: ['rsc/unclosed-quote', 1],
  },
  {
    name: 'names of DNS that look like options and patterns',
    lines: [
      '/ip dns static add name="a,b --dhcp-script" address=1.2.3.4',
      '/ip dns static add name=".*\\\\.evil" regexp=".*evil.*" address=1.2.3.5',
    ],
  },
  {
    name: 'a router called like a command',
    lines: ['/system identity set name="a;$(touch pwn9) -x lease:1"'],
  },
  {
    name: 'a lease whose comment looks like an option',
    lines: [
      '/ip dhcp-server lease add address=192.168.0.50 mac-address=02:AA:BB:CC:DD:EE comment="tv,set:foo,ignore" server=lan',
    ],
  },
  {
    name: 'a pool that ends before it begins',
    lines: ['/ip pool set lan ranges=192.168.0.199-192.168.0.100'],
    refused: ['rsc/bad-value', 1],
  },
  {
    name: 'a comment that would steer a terminal',
    lines: [
      '/interface ethernet set [find default-name=ether1] comment="\u001b]0;PWNED\u0007\u001b[2J" frob=1',
    ],
    refused: ['rsc/unknown-property', 1],
  },
  {
    name: 'more tables than there are numbers',
    lines: Array.from({ length: 300 }, (_, n) => `/routing table add fib name=t${n}`),
    refused: ['compile/too-many-marks', 254],
  },
];
