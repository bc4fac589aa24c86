import { filter, group, mangle, nat } from './group.ts';

export const localCases = [
  ...group('', [
    ["a packet to the LAN address is the router's", 'lan tcp 192.168.0.10:40000 > 192.168.0.1:22 -> router'],
    [
      "a packet to an uplink address from the LAN is the router's",
      'lan tcp 192.168.0.10:40000 > 30.30.30.254:22 -> router',
    ],
    [
      "a packet to an uplink address from that uplink is the router's",
      'isp2 tcp 9.9.9.9:40000 > 20.20.20.254:22 -> router',
    ],
    [
      "a packet to the address of another uplink is the router's, too",
      'isp2 tcp 9.9.9.9:40000 > 10.10.10.254:22 -> router',
    ],
    [
      "a source that is the router's own address is a martian",
      'lan udp 192.168.0.1:5000 > 8.8.8.8:53 -> gone',
    ],
    [
      'an uplink address as source from the LAN is a martian',
      'lan udp 20.20.20.254:5000 > 8.8.8.8:53 -> gone',
    ],
    ['a loopback source is a martian', 'lan udp 127.0.0.5:5000 > 8.8.8.8:53 -> gone'],
    ['a loopback destination from outside is a martian', 'lan udp 192.168.0.10:5000 > 127.0.0.1:53 -> gone'],
    ['a broadcast source is a martian', 'lan udp 192.168.0.255:5000 > 8.8.8.8:53 -> gone'],
    [
      'a spoofed source of another network is forwarded: rp-filter is off',
      'lan udp 5.5.5.5:5000 > 8.8.8.8:53 -> isp1',
    ],
    [
      'a packet whose TTL is used up is not forwarded',
      'lan udp 192.168.0.10:5000 > 8.8.8.8:53 ttl=1 -> gone',
    ],
    ['a packet with TTL 2 is forwarded', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 ttl=2 -> isp1'],
    [
      'the router takes a packet with TTL 1 for itself',
      'lan udp 192.168.0.10:5000 > 192.168.0.1:53 ttl=1 -> router',
    ],
  ]),
  ...group('/ip settings\nset rp-filter=strict\n', [
    ['rp-filter=strict drops a source that is routed elsewhere', 'lan udp 5.5.5.5:5000 > 8.8.8.8:53 -> gone'],
    ["rp-filter=strict lets the LAN's own sources pass", 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1'],
    [
      'rp-filter=strict drops what comes in by the second uplink',
      'isp2 udp 9.9.9.9:5000 > 20.20.20.254:53 -> gone',
    ],
  ]),
  ...group('/ip settings\nset rp-filter=loose\n', [
    [
      'rp-filter=loose takes any source that has a route',
      'isp2 udp 9.9.9.9:5000 > 20.20.20.254:53 -> router',
    ],
  ]),
  ...group('/ip settings\nset ip-forward=no\n', [
    ['ip-forward=no forwards nothing', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> gone'],
    [
      'ip-forward=no still takes packets for the router',
      'lan udp 192.168.0.10:5000 > 192.168.0.1:53 -> router',
    ],
  ]),
  ...group(filter('add chain=input in-interface-list=WAN action=drop'), [
    ['an input rule keeps the uplinks out', 'isp1 tcp 9.9.9.9:40000 > 10.10.10.254:22 -> gone'],
    ['an input rule does not concern what is forwarded', 'isp1 tcp 9.9.9.9:40000 > 192.168.0.10:22 -> lan'],
    ['an input rule for uplinks leaves the LAN in', 'lan tcp 192.168.0.10:40000 > 192.168.0.1:22 -> router'],
  ]),
  ...group(mangle('add chain=prerouting dst-address-type=!local action=mark-routing new-routing-mark=to2'), [
    [
      "dst-address-type=!local spares the router's own addresses",
      'lan tcp 192.168.0.10:40000 > 10.10.10.254:22 -> router',
    ],
    ['dst-address-type=!local takes everything else', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:22 -> isp2'],
  ]),
  ...group(nat('add chain=output dst-address=8.8.8.8 action=dst-nat to-addresses=20.20.20.9'), [
    [
      'output dst-nat: the new destination lies on another network → routed anew',
      'router udp 10.10.10.254:5000 > 8.8.8.8:53 -> ether2 to 20.20.20.9:53',
    ],
  ]),
  ...group(nat('add chain=output dst-address=8.8.8.8 action=dst-nat to-addresses=192.168.0.10'), [
    [
      'output dst-nat: the new destination is a host of the LAN → routed anew',
      'router udp 192.168.0.1:5000 > 8.8.8.8:53 -> ether4 to 192.168.0.10:53',
    ],
  ]),
];
