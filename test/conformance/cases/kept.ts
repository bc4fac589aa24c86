import type { Case } from '../notation.ts';
import { filter, group, mangle, masquerade } from './group.ts';

// Decisions that a connection keeps (docs/architecture.md#kept-decisions): its later packets, in both directions, with another
// mark, by another line, and after another text has come into force.

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const mark = 'add chain=prerouting in-interface=ether4 connection-mark=no-mark action=mark-connection';
const lead = 'add chain=prerouting in-interface=ether4 connection-mark=';
const leads = [
  `${lead}c1 action=mark-routing new-routing-mark=to1`,
  `${lead}c2 action=mark-routing new-routing-mark=to2`,
];
const balanced = mangle(`${mark} new-connection-mark=c2`, ...leads);
/** Until the decision is kept, and once more. */
const settled = (uplink: string): readonly string[] => [
  `${web} -> ${uplink} mark c2`,
  'answer -> lan',
  `later -> ${uplink} mark c2`,
  'answer -> lan',
  `later -> ${uplink} mark c2`,
  `later -> ${uplink} mark c2`,
];

/** Marked connections, but what goes to a list. */
const listed = (...addresses: readonly string[]): string =>
  `/ip firewall address-list\n${addresses.map(one => `add list=direct address=${one}\n`).join('')}${mangle(
    'add chain=prerouting dst-address-list=direct action=accept',
    `${mark} new-connection-mark=c2`,
    ...leads,
  )}`;

const tables = Array.from({ length: 12 }, (_, i) => `x${i + 1}`);
const manyTables = `/routing table
${tables.map(name => `add fib name=${name}\n`).join('')}/ip route
add dst-address=0.0.0.0/0 gateway=20.20.20.1 routing-table=x5
add dst-address=0.0.0.0/0 gateway=30.30.30.1 routing-table=x12
/routing rule
add action=lookup interface=ether5 table=x12
${mangle(
  ...[
    ['192.168.0.11', 'x12'],
    ['192.168.0.12', 'x5'],
    ['192.168.0.13', 'x7'],
  ].map(
    ([address = '', table = '']) =>
      `add chain=prerouting src-address=${address} action=mark-routing new-routing-mark=${table}`,
  ),
)}`;

const changed = (
  says: string,
  [config, then]: readonly [string, string],
  ...steps: readonly string[]
): Case => ({ says, config, steps, then });

const reloaded = (says: string, then: string, ...after: readonly string[]): Case =>
  changed(says, [balanced, then], ...settled('isp2'), 'reload', ...after);

export const keptCases: readonly Case[] = [
  ...group(balanced, [
    ['an address of the router comes from nobody else', 'lan udp 192.168.0.1:40000 > 8.8.8.8:53 -> gone'],
    ['nor does that of a WAN', 'lan udp 10.10.10.254:40000 > 8.8.8.8:53 -> gone'],
    ['later packets of a marked connection go its way', ...settled('isp2')],
    [
      'what differs in no rule changes nothing',
      ...settled('isp2'),
      'later ttl=9 size=900 dscp=3 -> isp2 mark c2',
    ],
    [
      'nobody answers: it keeps its way all the same, and goes on when somebody does',
      'lan udp 192.168.0.10:40000 > 8.8.8.8:53 -> isp2 mark c2',
      'later -> isp2 mark c2',
      'later -> isp2 mark c2',
      'later ttl=9 -> isp2 mark c2',
      'answer -> lan mark c2',
      'later -> isp2 mark c2',
    ],
    ['an answer of a connection that keeps its way comes back', ...settled('isp2'), 'answer -> lan mark c2'],
    [
      'its line dies: the next packet takes another',
      ...settled('isp2'),
      'fault isp2 gateway',
      'later -> isp1',
    ],
    [
      'its line returns: the next packet is back',
      ...settled('isp2'),
      'fault isp2 gateway',
      'later -> isp1',
      'fault none',
      'later -> isp2 mark c2',
    ],
    [
      'a packet of the same connection that came in elsewhere is asked again',
      ...settled('isp2'),
      'later in=dmz -> isp1 mark c2',
      'later in=lan -> isp2 mark c2',
    ],
  ]),
  ...group(
    mangle(
      `${mark} new-connection-mark=c2`,
      'add chain=prerouting connection-state=established action=accept',
      ...leads,
    ),
    [
      [
        'a rule asks for the state: what nobody has answered is asked each time',
        'lan udp 192.168.0.10:40000 > 8.8.8.8:53 -> isp2 mark c2',
        'later -> isp2 mark c2',
        'later -> isp2 mark c2',
        'answer -> lan mark c2',
        'later -> isp1 mark c2',
        'later -> isp1 mark c2',
        'later -> isp1 mark c2',
      ],
    ],
  ),
  ...group(masquerade + balanced, [['a translated connection keeps its way', ...settled('isp2')]]),
  ...group(
    mangle(
      'add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=c2 passthrough=yes',
      ...leads,
    ),
    [['a rule that sets the same mark each time is no change', ...settled('isp2')]],
  ),
  ...group(
    mangle(
      'add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=c2 passthrough=no',
      ...leads,
      'add chain=prerouting action=mark-routing new-routing-mark=to3',
    ),
    [['a rule that ends holds no packet of no connection', `${web} syn ack -> isp3`]],
  ),
  ...group(
    mangle(
      `${mark} new-connection-mark=c2`,
      'add chain=prerouting dscp=3 action=mark-routing new-routing-mark=to3 passthrough=no',
      ...leads,
    ),
    [
      [
        'a rule that asks for more than the connection sees each packet',
        ...settled('isp2'),
        'later dscp=3 -> isp3 mark c2',
        'later dscp=0 -> isp2 mark c2',
      ],
    ],
  ),
  ...group(
    mangle(
      `${mark} new-connection-mark=c2`,
      'add chain=forward dscp=3 action=mark-connection new-connection-mark=c1',
      ...leads,
    ),
    [
      [
        'a rule of another chain changes the mark: the next packet goes the way of the new one',
        ...settled('isp2'),
        'later dscp=3 -> isp2 mark c1',
        'later -> isp1 mark c1',
        'later -> isp1 mark c1',
        'later -> isp1 mark c1',
      ],
    ],
  ),
  ...group(
    mangle(
      `${mark} new-connection-mark=c2`,
      'add chain=prerouting dst-address=8.8.8.8 dscp=3 action=add-dst-to-address-list address-list=seen',
      'add chain=prerouting dst-address-list=seen action=accept',
      ...leads,
    ),
    [
      [
        'a list that rules fill is asked for each packet',
        ...settled('isp2'),
        'later dscp=3 -> isp1 mark c2',
        'later -> isp1 mark c2',
      ],
    ],
  ),
  ...group(
    `${balanced}/ip firewall nat\nadd chain=dstnat in-interface=ether4 protocol=udp dst-port=53 action=redirect\n`,
    [
      [
        'what is redirected to the router stays there, whatever its mark leads to',
        'lan udp 192.168.0.10:40000 > 8.8.8.8:53 -> router mark c2',
        ...Array.from({ length: 4 }, () => 'later -> router mark c2'),
      ],
    ],
  ),
  ...group(balanced, [
    [
      'what is for the router itself stays there, whatever its mark leads to',
      'lan udp 192.168.0.10:40000 > 192.168.0.1:53 -> router mark c2',
      ...Array.from({ length: 4 }, () => 'later -> router mark c2'),
    ],
  ]),
  ...group(
    `${balanced}/ip firewall nat\nadd chain=dstnat dst-address=8.8.8.8 action=dst-nat to-addresses=172.20.0.9\n`,
    [
      [
        'what is sent on to another address goes where its mark leads, as the first packet did',
        'lan udp 192.168.0.10:40000 > 8.8.8.8:53 -> isp2 to 172.20.0.9:53 mark c2',
        ...Array.from({ length: 4 }, () => 'later -> isp2 to 172.20.0.9:53 mark c2'),
      ],
    ],
  ),
  ...group(balanced, [
    [
      'an ICMP error of a host of the LAN goes the way of the connection that it is about',
      ...settled('isp2'),
      'answer -> lan mark c2',
      'error lan 192.168.0.10 type=3 -> isp2 mark c2',
    ],
  ]),
  ...group(
    mangle(
      'add chain=prerouting protocol=icmp action=mark-routing new-routing-mark=to3 passthrough=no',
      `${mark} new-connection-mark=c2`,
      ...leads,
    ),
    [
      [
        'a rule for ICMP meets errors about connections that keep their way',
        ...settled('isp2'),
        'answer -> lan mark c2',
        'error lan 192.168.0.10 type=3 -> isp3 mark c2',
        'later -> isp2 mark c2',
      ],
    ],
  ),
  changed(
    'an address becomes one of the router: the next packet to it stays there',
    [balanced, `/ip address\nadd address=8.8.8.8/32 interface=ether5\n${balanced}`],
    ...settled('isp2'),
    'reload',
    'later -> router mark c2',
    'later -> router mark c2',
  ),
  ...group(manyTables, [
    [
      'many tables: a mark of the last group leads to its table',
      `lan tcp 192.168.0.11:40000 > 8.8.8.8:443 -> isp3`,
    ],
    ['many tables: one of another group', `lan udp 192.168.0.12:40000 > 8.8.8.8:443 -> isp2`],
    [
      'many tables: one whose table is empty goes on to main',
      `lan udp 192.168.0.13:40000 > 8.8.8.8:443 -> isp1`,
    ],
    ['many tables: no mark', `lan udp 192.168.0.14:40000 > 8.8.8.8:443 -> isp1`],
    [
      'many tables: a rule of the text comes after the marks',
      `dmz udp 172.20.0.14:40000 > 8.8.8.8:443 -> isp3`,
    ],
  ]),
  changed(
    'a reload with one entry more in a list: the next packet is judged by it',
    [listed('9.9.9.9'), listed('9.9.9.9', '8.8.8.8')],
    ...settled('isp2'),
    'reload',
    'later -> isp1 mark c2',
    'later -> isp1 mark c2',
  ),
  changed(
    'a reload with one entry less: the next packet is judged by it',
    [listed('9.9.9.9', '8.8.8.8', '8.8.8.200'), listed('9.9.9.9', '8.8.8.200')],
    `${web} -> isp1`,
    'answer -> lan',
    'later -> isp1',
    'reload',
    'later -> isp2 mark c2',
  ),
  reloaded(
    'a reload with a drop in the filter: the next packet is gone',
    `${balanced}${filter('add chain=forward dst-address=8.8.8.8 action=drop')}`,
    'later -> gone',
    'later -> gone',
  ),
  reloaded(
    'a reload with a rule before: the next packet meets it',
    mangle(
      'add chain=prerouting dst-address=8.8.8.8 action=accept',
      `${mark} new-connection-mark=c2`,
      ...leads,
    ),
    'later -> isp1 mark c2',
    'later -> isp1 mark c2',
  ),
  reloaded(
    'a reload that leads the mark elsewhere: the next packet goes there',
    mangle(
      `${mark} new-connection-mark=c2`,
      `${lead}c1 action=mark-routing new-routing-mark=to1`,
      `${lead}c2 action=mark-routing new-routing-mark=to3`,
    ),
    'later -> isp3 mark c2',
    'later -> isp3 mark c2',
    'later -> isp3 mark c2',
  ),
  reloaded(
    'a reload with an address in a list: the next packet is judged by it',
    `/ip firewall address-list\nadd list=direct address=8.8.8.8\n${mangle(
      'add chain=prerouting dst-address-list=direct action=accept',
      `${mark} new-connection-mark=c2`,
      ...leads,
    )}`,
    'later -> isp1 mark c2',
    'later -> isp1 mark c2',
  ),
];
