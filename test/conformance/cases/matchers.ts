import type { Case } from '../notation.ts';
import { group, mangle } from './group.ts';

/** A matcher, a packet for which it holds, and one for which it does not. */
type Pair = readonly [matcher: string, holds: string, holdsNot: string];

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const dns = 'lan udp 192.168.0.10:5000 > 8.8.8.8:53';
const ping = 'lan icmp 192.168.0.10 > 8.8.8.8';
const fromDmz = 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443';

const pairs: readonly Pair[] = [
  ['in-interface=ether4', web, fromDmz],
  ['in-interface=!ether4', fromDmz, web],
  ['in-interface-list=LAN', web, fromDmz],
  ['in-interface-list=!LAN', fromDmz, web],
  ['src-address=192.168.0.0/24', web, fromDmz],
  ['src-address=!192.168.0.0/24', fromDmz, web],
  ['src-address=192.168.0.5-192.168.0.10', web, 'lan tcp 192.168.0.11:40000 > 8.8.8.8:443'],
  ['dst-address=8.8.8.8', web, 'lan tcp 192.168.0.10:40000 > 8.8.8.9:443'],
  ['dst-address=!8.0.0.0/8', 'lan tcp 192.168.0.10:40000 > 9.9.9.9:443', web],
  ['protocol=tcp', web, dns],
  ['protocol=!tcp', dns, web],
  ['protocol=gre', 'lan gre 192.168.0.10 > 8.8.8.8', web],
  ['protocol=tcp dst-port=443', web, 'lan tcp 192.168.0.10:40000 > 8.8.8.8:444'],
  ['protocol=tcp dst-port=80,443', web, 'lan tcp 192.168.0.10:40000 > 8.8.8.8:81'],
  ['protocol=tcp dst-port=400-500', web, 'lan tcp 192.168.0.10:40000 > 8.8.8.8:501'],
  ['protocol=tcp dst-port=!443', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:80', web],
  ['protocol=udp src-port=5000', dns, 'lan udp 192.168.0.10:5001 > 8.8.8.8:53'],
  ['protocol=udp port=5000', dns, 'lan udp 192.168.0.10:5001 > 8.8.8.8:53'],
  ['protocol=udp port=53', dns, 'lan udp 192.168.0.10:5001 > 8.8.8.8:54'],
  ['protocol=udp port=!53', 'lan udp 192.168.0.10:5001 > 8.8.8.8:54', dns],
  [
    'protocol=udp src-port=!5000 dst-port=!53',
    'lan udp 192.168.0.10:5001 > 8.8.8.8:54',
    'lan udp 192.168.0.10:5001 > 8.8.8.8:53',
  ],
  ['protocol=tcp tcp-flags=syn', web, `${web} ack`],
  ['protocol=tcp tcp-flags=ack,!syn', `${web} ack`, web],
  ['protocol=icmp icmp-options=8:0', ping, `${ping} type=13`],
  ['protocol=icmp icmp-options=!8:0', `${ping} type=13`, ping],
  ['dscp=10', `${web} dscp=10`, web],
  ['dscp=!10', web, `${web} dscp=10`],
  ['ttl=equal:64', web, `${web} ttl=63`],
  ['ttl=less-than:10', `${web} ttl=9`, `${web} ttl=10`],
  ['ttl=greater-than:60', web, `${web} ttl=60`],
  ['packet-size=500-700', `${web} size=600`, web],
  ['packet-size=!500-700', web, `${web} size=600`],
  ['src-address-list=friends', web, 'lan tcp 192.168.0.77:40000 > 8.8.8.8:443'],
  ['src-address-list=!friends', 'lan tcp 192.168.0.77:40000 > 8.8.8.8:443', web],
  ['dst-address-list=resolvers', 'lan tcp 192.168.0.10:40000 > 1.1.1.7:443', web],
  ['src-address-type=!local', web, 'router udp 10.10.10.254:5000 > 8.8.8.8:53'],
  ['dst-address-type=unicast', web, 'lan tcp 192.168.0.10:40000 > 192.168.0.1:443'],
  ['connection-state=new', web, `${web} rst`],
  ['connection-state=!new', `${web} rst`, web],
  ['connection-mark=no-mark', web, `${web} rst`],
  ['nth=1,1', web, `${web} rst`],
];

const lists = `
/ip firewall address-list
add list=friends address=192.168.0.0/28
add list=resolvers address=1.1.1.0-1.1.1.15
add list=resolvers address=9.9.9.9
`;

/** A drop shows most plainly whether a rule matched; nth needs a state that the second packet fails. */
const dropping = (matcher: string): string =>
  `${lists}${mangle(`add chain=prerouting ${matcher}${matcher.startsWith('nth') ? ' connection-state=new' : ''} action=drop`)}`;

const pairCases: Case[] = pairs.flatMap(([matcher, holds, holdsNot]) =>
  group(dropping(matcher), [
    [`${matcher} holds for ${holds}`, `${holds} -> gone`],
    [`${matcher} does not hold for ${holdsNot}`, `${holdsNot} -> ${wayOf(holdsNot)}`],
  ]),
);

/** Where a packet goes that nothing stops. */
function wayOf(packet: string): string {
  return packet.includes('> 192.168.0.1:') ? 'router' : 'isp1';
}

export const matcherCases: Case[] = [
  ...pairCases,
  ...group(
    mangle(
      'add chain=prerouting nth=3,1 action=mark-connection new-connection-mark=n1',
      'add chain=prerouting nth=3,2 action=mark-connection new-connection-mark=n2',
    ),
    [
      [
        'nth counts per rule: of three packets the first and the second are marked',
        'lan udp 192.168.0.10:5001 > 8.8.8.8:53 -> isp1 mark n1',
        'lan udp 192.168.0.10:5002 > 8.8.8.8:53 -> isp1 mark n2',
        'lan udp 192.168.0.10:5003 > 8.8.8.8:53 -> isp1 mark none',
        'lan udp 192.168.0.10:5004 > 8.8.8.8:53 -> isp1 mark n1',
      ],
    ],
  ),
  ...group(
    mangle('add chain=prerouting protocol=udp nth=2,1 action=mark-connection new-connection-mark=n1'),
    [
      [
        'nth counts only packets that the other matchers let through',
        'lan udp 192.168.0.10:5001 > 8.8.8.8:53 -> isp1 mark n1',
        'lan tcp 192.168.0.10:5001 > 8.8.8.8:53 -> isp1 mark none',
        'lan udp 192.168.0.10:5002 > 8.8.8.8:53 -> isp1 mark none',
        'lan udp 192.168.0.10:5003 > 8.8.8.8:53 -> isp1 mark n1',
      ],
    ],
  ),
];
