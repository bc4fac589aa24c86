import { group, mangle, masquerade } from './group.ts';

// What random routers have found, made small: each of these once divided the walk from the kernel.

export const foundCases = [
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=both-ports:9/8 action=mark-connection new-connection-mark=c1',
    ),
    [
      [
        'a lone PCC rule by ports loads, though no ping ever has its remainder',
        'lan icmp 192.168.0.10 > 8.8.8.8 -> isp1 mark none',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=!both-ports:9/8 protocol=icmp action=mark-connection new-connection-mark=c1',
    ),
    [['inverted, such a rule takes every ping', 'lan icmp 192.168.0.10 > 8.8.8.8 -> isp1 mark c1']],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=mark-connection new-connection-mark=c1 passthrough=no',
      'add chain=prerouting action=mark-routing new-routing-mark=to2',
    ),
    [
      [
        'passthrough=no does not hold an invalid packet, for there is no connection to mark',
        'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 rst -> isp2',
      ],
      [
        'passthrough=no holds a packet with a connection',
        'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark c1',
      ],
    ],
  ),
  ...group(
    mangle('add chain=prerouting connection-state=established action=mark-connection new-connection-mark=c1'),
    [
      [
        'a packet from a host to itself is its own answer the second time',
        'dmz gre 172.20.0.9 > 172.20.0.9 -> dmz mark none',
        'later -> dmz mark c1',
      ],
    ],
  ),
  ...group(
    masquerade +
      mangle(
        'add chain=prerouting protocol=udp src-port=!40000-40010 dst-port=!53 action=mark-routing new-routing-mark=to2',
      ),
    [
      [
        'two inverted ports are two conditions: one of them is not enough',
        'lan udp 192.168.0.10:40005 > 8.8.8.8:54 -> isp1',
        'lan udp 192.168.0.10:50000 > 8.8.8.8:53 -> isp1',
        'lan udp 192.168.0.10:50000 > 8.8.8.8:54 -> isp2',
      ],
    ],
  ),
];
