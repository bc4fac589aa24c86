import { group, mangle, masquerade } from './group.ts';

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const twoUplinks = mangle(
  'add chain=prerouting in-interface=ether1 connection-mark=no-mark action=mark-connection new-connection-mark=c1',
  'add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2',
  'add chain=prerouting in-interface=ether4 connection-mark=c1 action=mark-routing new-routing-mark=to1',
  'add chain=prerouting in-interface=ether4 connection-mark=c2 action=mark-routing new-routing-mark=to2',
  'add chain=output connection-mark=c1 action=mark-routing new-routing-mark=to1',
  'add chain=output connection-mark=c2 action=mark-routing new-routing-mark=to2',
);

export const markCases = [
  ...group(
    mangle(
      'add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=main',
      'add chain=prerouting connection-mark=main action=mark-packet new-packet-mark=main',
      'add chain=prerouting packet-mark=main action=mark-routing new-routing-mark=to2',
      'add chain=prerouting packet-mark=no-mark connection-mark=no-mark action=mark-routing new-routing-mark=main',
    ),
    [
      ['connection and packet marks may be called main', `${web} -> isp2 mark main`],
      ['routing mark main is no mark', 'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp1 mark none'],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting in-interface=ether4 connection-state=new action=mark-connection new-connection-mark=c1',
    ),
    [
      ['mark-connection marks the connection', `${web} -> isp1 mark c1`],
      ['the mark stays for the answer', `${web} -> isp1 mark c1`, 'answer -> lan mark c1'],
      [
        'the mark stays for later packets that no rule marks',
        `${web} -> isp1`,
        'answer -> lan',
        'later -> isp1 mark c1',
      ],
      [
        'a connection that no rule marks has none',
        'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp1 mark none',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=mark-connection new-connection-mark=c1',
      'add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=c2',
    ),
    [
      ['a later mark-connection overwrites an earlier one', `${web} -> isp1 mark c2`],
      [
        'where only the first matches, the first mark stays',
        'dmz tcp 172.20.0.9:40000 > 8.8.8.8:443 -> isp1 mark c1',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=mark-connection new-connection-mark=c1 passthrough=no',
      'add chain=prerouting action=mark-connection new-connection-mark=c2',
    ),
    [['passthrough=no ends the chain', `${web} -> isp1 mark c1`]],
  ),
  ...group(
    mangle(
      'add chain=prerouting connection-mark=no-mark action=mark-connection new-connection-mark=c1',
      'add chain=prerouting connection-mark=no-mark action=mark-connection new-connection-mark=c2',
      'add chain=prerouting connection-mark=c1 action=mark-routing new-routing-mark=to2',
    ),
    [['connection-mark=no-mark sees what the rule before has set', `${web} -> isp2 mark c1`]],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=mark-connection new-connection-mark=c1',
      'add chain=forward action=mark-connection new-connection-mark=no-mark',
    ),
    [['new-connection-mark=no-mark takes the mark off', `${web} -> isp1 mark none`]],
  ),
  ...group(
    mangle('add chain=postrouting out-interface=ether1 action=mark-connection new-connection-mark=c3'),
    [
      ['postrouting marks by the way out', `${web} -> isp1 mark c3`],
      [
        'postrouting by one uplink does not mark what takes another',
        'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2 mark none',
      ],
    ],
  ),
  ...group(mangle('add chain=input in-interface=ether2 action=mark-connection new-connection-mark=c2'), [
    ['input marks what is for the router', 'isp2 tcp 9.9.9.9:40000 > 20.20.20.254:22 -> router mark c2'],
    ['input does not mark what is forwarded', 'isp2 tcp 9.9.9.9:40000 > 192.168.0.10:22 -> lan mark none'],
  ]),
  ...group(
    mangle(
      'add chain=prerouting protocol=tcp action=mark-packet new-packet-mark=p1',
      'add chain=forward packet-mark=p1 action=mark-connection new-connection-mark=c1',
      'add chain=forward packet-mark=no-mark action=mark-connection new-connection-mark=c2',
    ),
    [
      ['a packet mark is seen in later chains', `${web} -> isp1 mark c1`],
      [
        'packet-mark=no-mark is what no rule marked',
        'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1 mark c2',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting protocol=tcp action=mark-packet new-packet-mark=p1',
      'add chain=prerouting action=mark-routing new-routing-mark=to3',
      'add chain=forward packet-mark=p1 routing-mark=to3 action=mark-connection new-connection-mark=c1',
    ),
    [['packet mark and routing mark do not overwrite each other', `${web} -> isp3 mark c1`]],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=mark-routing new-routing-mark=to2',
      'add chain=prerouting protocol=udp action=mark-routing new-routing-mark=to3',
      'add chain=prerouting routing-mark=to2 action=mark-connection new-connection-mark=c2',
    ),
    [
      ['the last routing mark decides', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp3 mark none'],
      ['routing-mark matches what was set before', `${web} -> isp2 mark c2`],
    ],
  ),
  ...group(twoUplinks + masquerade, [
    [
      'a request by the second uplink marks its connection',
      'isp2 tcp 9.9.9.9:40000 > 20.20.20.254:22 -> router mark c2',
    ],
    [
      'the router answers by the second uplink what came in there',
      'isp2 tcp 9.9.9.9:40000 > 20.20.20.254:22 -> router',
      'answer -> isp2 as 20.20.20.254:22',
    ],
    [
      'the router answers by the first uplink what came in there',
      'isp1 tcp 9.9.9.9:40000 > 10.10.10.254:22 -> router',
      'answer -> isp1 as 10.10.10.254:22',
    ],
    [
      'a LAN server answers by the uplink of the request',
      'isp2 tcp 9.9.9.9:40000 > 192.168.0.10:80 -> lan mark c2',
      'answer -> isp2',
    ],
    [
      'what the router begins itself is not marked',
      'router tcp 20.20.20.254:50000 > 9.9.9.9:80 -> isp1 mark none',
    ],
  ]),
  ...group(twoUplinks.replaceAll('chain=output', 'chain=output disabled=yes'), [
    [
      'without output rules the router answers by main, the wrong way',
      'isp2 tcp 9.9.9.9:40000 > 20.20.20.254:22 -> router',
      'answer -> isp1 as 20.20.20.254:22',
    ],
  ]),
  ...group(
    mangle(
      'add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=c2',
      'add chain=output connection-mark=c2 action=mark-routing new-routing-mark=to2',
      'add chain=output protocol=udp action=mark-routing new-routing-mark=to3',
    ),
    [
      [
        'output marks do not send answers to the LAN out of an uplink: they apply where the packet leaves by one',
        'lan tcp 192.168.0.10:40000 > 192.168.0.1:22 -> router mark c2',
        'answer -> lan as 192.168.0.1:22',
      ],
      [
        'output marks steer what the router sends to the Internet',
        'router udp 10.10.10.254:5000 > 8.8.8.8:53 -> isp3',
      ],
      [
        'output marks leave what goes to the LAN alone',
        'router udp 192.168.0.1:5000 > 192.168.0.10:53 -> lan',
      ],
    ],
  ),
];
