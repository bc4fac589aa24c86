import { group, mangle, masquerade, toTable } from './group.ts';

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';

export const routingCases = [
  ...group('', [
    ['the default route of lowest distance takes a LAN packet', `${web} -> isp1 as 192.168.0.10:40000`],
    [
      'a connected network wins over the default route',
      'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2',
    ],
    ['the LAN reaches the DMZ directly', 'lan udp 192.168.0.10:5000 > 172.20.0.9:53 -> dmz'],
    ['the DMZ reaches the LAN directly', 'dmz icmp 172.20.0.9 > 192.168.0.10 -> lan'],
    [
      'a packet may leave by the interface it came in by',
      'lan tcp 192.168.0.10:40000 > 192.168.0.20:80 -> lan',
    ],
    [
      'a packet from an uplink for elsewhere goes back out by the default route',
      'isp1 tcp 9.9.9.9:80 > 8.8.8.8:80 -> isp1',
    ],
    ['a protocol without ports is routed like any other', 'lan gre 192.168.0.10 > 8.8.8.8 -> isp1'],
  ]),
  ...group(
    '/ip route\nadd dst-address=8.8.8.0/24 gateway=20.20.20.1\nadd dst-address=8.8.8.8/32 gateway=30.30.30.1\n',
    [
      ['the longest prefix wins: a host route', `${web} -> isp3`],
      [
        'the longest prefix wins: a network beside the host',
        'lan tcp 192.168.0.10:40000 > 8.8.8.9:443 -> isp2',
      ],
      ['what no longer prefix holds takes the default', 'lan tcp 192.168.0.10:40000 > 8.8.9.9:443 -> isp1'],
    ],
  ),
  ...group(
    '/ip route\nadd blackhole dst-address=9.9.9.0/24\nadd dst-address=5.5.5.0/24 gateway=99.99.99.1\nadd dst-address=6.6.6.0/24 gateway=20.20.20.1 disabled=yes\n',
    [
      ['a blackhole swallows what it covers', 'lan udp 192.168.0.10:5000 > 9.9.9.9:53 -> gone'],
      ['a blackhole leaves its neighbours alone', 'lan udp 192.168.0.10:5000 > 9.9.8.9:53 -> isp1'],
      [
        'a route whose gateway is on no network is not there',
        'lan tcp 192.168.0.10:40000 > 5.5.5.5:80 -> isp1',
      ],
      ['a disabled route is not there', 'lan tcp 192.168.0.10:40000 > 6.6.6.6:80 -> isp1'],
    ],
  ),
  ...group(mangle(toTable('to2')), [
    ['a routing mark chooses its table', `${web} -> isp2`],
    ['a routing mark does not lead past the local table', 'lan icmp 192.168.0.10 > 192.168.0.1 -> router'],
    [
      'a marked packet to a connected network still follows the marked table, as on RouterOS',
      'lan tcp 192.168.0.10:40000 > 172.20.0.9:80 -> isp2',
    ],
    [
      'a marked packet to the router itself by an uplink address is delivered: local comes first on Linux',
      'lan tcp 192.168.0.10:40000 > 20.20.20.254:80 -> router',
    ],
    ['what is not marked keeps to main', 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp1'],
  ]),
  ...group(mangle(toTable('empty')), [
    ['an empty table falls through to main: the trap of the paper', `${web} -> isp1`],
    [
      'an empty table falls through to connected networks',
      'lan tcp 192.168.0.10:40000 > 172.20.0.9:80 -> dmz',
    ],
  ]),
  ...group(`/ip route\nadd dst-address=8.8.8.8/32 gateway=30.30.30.1\n${mangle(toTable('to2'))}`, [
    ['a host route in main does not count for marked packets', `${web} -> isp2`],
  ]),
  ...group(`/ip route\nadd blackhole dst-address=8.8.8.8/32 routing-table=to2\n${mangle(toTable('to2'))}`, [
    ['a blackhole in a marked table ends the search', `${web} -> gone`],
    ['beside that blackhole the table goes on', 'lan tcp 192.168.0.10:40000 > 8.8.4.4:443 -> isp2'],
  ]),
  ...group(
    '/routing rule\nadd src-address=192.168.0.0/25 action=lookup table=to2\nadd dst-address=9.9.9.9/32 action=drop\nadd interface=ether5 action=lookup table=to3\n',
    [
      ['a routing rule by source chooses a table', `${web} -> isp2`],
      ['a source outside the rule keeps to main', 'lan tcp 192.168.0.200:40000 > 8.8.8.8:443 -> isp1'],
      ['a routing rule with action=drop discards', 'lan tcp 192.168.0.200:40000 > 9.9.9.9:443 -> gone'],
      ['the first routing rule that finds a route wins', 'lan tcp 192.168.0.10:40000 > 9.9.9.9:443 -> isp2'],
      ['a routing rule by interface chooses a table', 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp3'],
    ],
  ),
  ...group(
    '/routing rule\nadd src-address=192.168.0.0/25 action=lookup table=empty\nadd src-address=192.168.0.128/25 action=lookup-only-in-table table=empty\nadd interface=ether5 action=unreachable\n',
    [
      ['lookup in an empty table goes on to main', `${web} -> isp1`],
      [
        'lookup-only-in-table in an empty table ends in nothing',
        'lan tcp 192.168.0.200:40000 > 8.8.8.8:443 -> gone',
      ],
      ['a routing rule with action=unreachable refuses', 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> gone'],
    ],
  ),
  ...group(
    `/routing rule\nadd src-address=192.168.0.0/24 action=lookup table=to3\n${mangle(toTable('to2', 'protocol=tcp'))}`,
    [
      ['a mangle mark beats a routing rule', `${web} -> isp2`],
      ['without the mark the routing rule decides', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp3'],
    ],
  ),
  ...group(
    '/routing rule\nadd src-address=192.168.0.0/24 action=lookup table=main min-prefix=0\nadd src-address=192.168.0.0/24 action=lookup table=to3\n',
    [
      ['min-prefix=0 skips the default route of main', `${web} -> isp3`],
      ['min-prefix=0 keeps the longer prefixes of main', 'lan tcp 192.168.0.10:40000 > 172.20.0.9:80 -> dmz'],
    ],
  ),
  ...group(masquerade, [
    [
      'a packet made by the router leaves by main',
      'router udp 10.10.10.254:5000 > 8.8.8.8:53 -> isp1 as 10.10.10.254:5000',
    ],
    [
      'a packet made by the router with the address of another uplink is masqueraded where it leaves',
      'router udp 20.20.20.254:5000 > 8.8.8.8:53 -> isp1 as 10.10.10.254:5000',
    ],
  ]),
];
