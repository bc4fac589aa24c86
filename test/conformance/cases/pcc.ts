import type { Case } from '../notation.ts';
import { group, mangle } from './group.ts';

const family = (kind: string, more = ''): string =>
  mangle(
    ...[0, 1, 2].map(
      n =>
        `add chain=prerouting in-interface=ether4 connection-mark=no-mark ${more} per-connection-classifier=${kind}:3/${n} action=mark-connection new-connection-mark=b${n}`,
    ),
  );

/** Buckets by the seed of the suite, worked out once with src/pcc and held against the kernel since. */
const buckets: readonly (readonly [kind: string, flows: Readonly<Record<string, number>>])[] = [
  ['src-address', { 'tcp 192.168.0.10:40000 > 8.8.8.8:443': 2, 'tcp 192.168.0.12:40000 > 8.8.8.8:443': 0 }],
  ['dst-address', { 'tcp 192.168.0.10:40000 > 8.8.8.8:443': 2, 'tcp 192.168.0.10:40000 > 1.1.1.1:443': 1 }],
  ['both-addresses', { 'tcp 192.168.0.10:40000 > 8.8.8.8:443': 0, 'icmp 192.168.0.10 > 8.8.4.4': 2 }],
  ['src-port', { 'tcp 192.168.0.10:40000 > 8.8.8.8:443': 1, 'tcp 192.168.0.10:40001 > 8.8.8.8:443': 0 }],
  ['dst-port', { 'tcp 192.168.0.10:40000 > 8.8.8.8:443': 0, 'udp 192.168.0.10:40000 > 8.8.8.8:53': 2 }],
  ['both-ports', { 'tcp 192.168.0.10:40001 > 8.8.8.8:443': 0, 'icmp 192.168.0.10 > 8.8.8.8': 2 }],
  ['src-address-and-port', { 'tcp 192.168.0.10:40001 > 8.8.8.8:443': 1, 'icmp 192.168.0.10 > 8.8.8.8': 2 }],
  ['dst-address-and-port', { 'tcp 192.168.0.10:40000 > 8.8.8.8:80': 0, 'icmp 192.168.0.10 > 1.1.1.1': 1 }],
  [
    'both-addresses-and-ports',
    { 'tcp 192.168.0.10:40003 > 8.8.8.8:443': 2, 'icmp 192.168.0.10 > 1.1.1.1': 2 },
  ],
];

const kindCases: Case[] = buckets.flatMap(([kind, flows]) =>
  group(
    family(kind),
    Object.entries(flows).map(
      ([flow, bucket]) =>
        [`PCC ${kind} puts ${flow} into bucket ${bucket}`, `lan ${flow} -> isp1 mark b${bucket}`] as const,
    ),
  ),
);

export const pccCases = [
  ...kindCases,
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=both-addresses:3/5 action=mark-connection new-connection-mark=c1',
    ),
    [
      [
        'a remainder that no hash has never matches',
        'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark none',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=!both-addresses:3/5 action=mark-connection new-connection-mark=c1',
    ),
    [
      [
        'an inverted remainder that no hash has always matches',
        'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark c1',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=!both-addresses:3/0 action=mark-connection new-connection-mark=c1',
    ),
    [
      [
        'an inverted PCC does not match its own bucket',
        'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark none',
      ],
      [
        'an inverted PCC matches every other bucket',
        'lan tcp 192.168.0.10:40000 > 8.8.4.4:443 -> isp1 mark c1',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting per-connection-classifier=both-addresses:1/0 action=mark-connection new-connection-mark=c1',
    ),
    [['a denominator of 1 takes everything', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark c1']],
  ),
  ...group(family('both-addresses', 'dst-address-type=!local'), [
    [
      "PCC with dst-address-type=!local leaves the router's own addresses alone",
      'lan tcp 192.168.0.10:40000 > 192.168.0.1:22 -> router mark none',
    ],
    ['PCC by addresses does not care for ports', 'lan tcp 192.168.0.10:41111 > 8.8.8.8:80 -> isp1 mark b0'],
    [
      'PCC is not symmetric, but only the first packet is asked',
      'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark b0',
      'answer -> lan mark b0',
    ],
    ['PCC for the LAN does not touch the DMZ', 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp1 mark none'],
  ]),
  ...group(
    `${family('both-addresses')}add chain=prerouting in-interface=ether4 connection-mark=b0 action=mark-routing new-routing-mark=to1\nadd chain=prerouting in-interface=ether4 connection-mark=b1 action=mark-routing new-routing-mark=to2\nadd chain=prerouting in-interface=ether4 connection-mark=b2 action=mark-routing new-routing-mark=to3\n`,
    [
      ['bucket 0 leaves by the first uplink', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443 -> isp1 mark b0'],
      ['bucket 2 leaves by the third uplink', 'lan tcp 192.168.0.10:40000 > 8.8.4.4:443 -> isp3 mark b2'],
      [
        'the flow stays on its uplink',
        'lan tcp 192.168.0.10:40000 > 8.8.4.4:443 -> isp3',
        'answer -> lan mark b2',
        'later -> isp3',
      ],
    ],
  ),
  ...group(
    `${family('both-addresses')}add chain=prerouting connection-mark=b2 action=mark-routing new-routing-mark=to3\n`,
    [
      [
        'mark-routing without in-interface catches answers, too, and sends them back out',
        'lan tcp 192.168.0.10:40000 > 8.8.4.4:443 -> isp3',
        'answer -> isp3',
      ],
    ],
  ),
];
