import { group, mangle, masquerade } from './group.ts';

// UDP: what follows a first packet is part of its flow without an answer, too.
const web = 'lan udp 192.168.0.10:40000 > 8.8.8.8:443';
const moreWeb = 'lan udp 192.168.0.10:40001 > 8.8.8.8:443';
const marked = mangle(
  'add chain=prerouting in-interface=ether4 connection-mark=no-mark protocol=udp action=mark-connection new-connection-mark=c2',
  'add chain=prerouting in-interface=ether4 connection-mark=c2 action=mark-routing new-routing-mark=to2',
);
const backup = '/ip route\nadd dst-address=0.0.0.0/0 gateway=30.30.30.1 routing-table=to2 distance=2\n';

export const faultCases = [
  ...group(masquerade, [
    [
      'when the first uplink is dead, new connections take the second',
      'fault isp1 gateway',
      `${web} -> isp2 as 20.20.20.254:40000`,
    ],
    [
      'when two uplinks are dead, new connections take the third',
      'fault isp1 gateway, isp2 gateway',
      `${web} -> isp3`,
    ],
    [
      'when all uplinks are dead, nothing leads out',
      'fault isp1 gateway, isp2 gateway, isp3 gateway',
      `${web} -> gone`,
    ],
    [
      'a masqueraded connection loses one packet when it must leave elsewhere, then begins anew',
      `${web} -> isp1 as 10.10.10.254:40000`,
      'fault isp1 gateway',
      'later -> gone',
      'later -> isp2 as 20.20.20.254:40000',
    ],
    [
      "a connection to a dead uplink's own network goes on",
      'lan tcp 192.168.0.10:40000 > 10.10.10.77:80 -> isp1',
      'fault isp1 gateway',
      'answer -> lan',
      'later -> isp1',
    ],
    [
      'when the uplink returns, new connections return',
      'fault isp1 gateway',
      `${web} -> isp2`,
      'fault none',
      `${moreWeb} -> isp1 as 10.10.10.254:40001`,
    ],
    [
      'when the uplink returns, a masqueraded connection moves back and loses one packet',
      'fault isp1 gateway',
      `${web} -> isp2`,
      'fault none',
      'later -> gone',
      'later -> isp1 as 10.10.10.254:40000',
    ],
    ['an unplugged uplink is left at once', 'fault isp1 unplugged', `${web} -> isp2`],
    [
      'the router keeps the address of an unplugged uplink',
      'fault isp1 unplugged',
      'lan tcp 192.168.0.10:40000 > 10.10.10.254:22 -> router',
    ],
    [
      'a host behind an unplugged link is sought elsewhere',
      'fault isp1 unplugged',
      'lan tcp 192.168.0.10:40000 > 10.10.10.77:80 -> isp2',
    ],
    [
      'a replugged uplink is used again',
      'fault isp1 unplugged',
      `${web} -> isp2`,
      'fault none',
      `${moreWeb} -> isp1`,
    ],
    [
      'an answer that comes in by the dead uplink still reaches the LAN',
      `${web} -> isp1`,
      'fault isp1 gateway',
      'answer -> lan',
    ],
  ]),
  ...group(
    '/ip firewall nat\nadd chain=srcnat out-interface-list=WAN action=src-nat to-addresses=10.10.10.254\n',
    [
      [
        'plain src-nat keeps a stale address when the uplink changes: stuck',
        `${web} -> isp1 as 10.10.10.254:40000`,
        'fault isp1 gateway',
        'later -> isp2 as 10.10.10.254:40000',
      ],
    ],
  ),
  ...group(marked + masquerade, [
    [
      'a marked connection falls to main when its table has lost its route',
      'fault isp2 gateway',
      `${web} -> isp1 as 10.10.10.254:40000 mark c2`,
    ],
    [
      'a marked connection keeps to its table while that lives',
      'fault isp1 gateway',
      `${web} -> isp2 mark c2`,
    ],
    [
      'a marked connection returns to its table after the fault',
      'fault isp2 gateway',
      `${web} -> isp1`,
      'fault none',
      'later -> gone',
      'later -> isp2 as 20.20.20.254:40000',
    ],
  ]),
  ...group(backup + marked + masquerade, [
    [
      'a backup route in the marked table takes over before main',
      'fault isp2 gateway',
      `${web} -> isp3 as 30.30.30.254:40000 mark c2`,
    ],
  ]),
  ...group(marked, [
    [
      'without translation a flow simply changes its uplink',
      `${web} -> isp2 as 192.168.0.10:40000 mark c2`,
      'fault isp2 gateway',
      'later -> isp1 as 192.168.0.10:40000 mark c2',
    ],
  ]),
];
