import { filter, group, masquerade, nat } from './group.ts';

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const server = 'isp1 tcp 9.9.9.9:50000 > 10.10.10.254:80';

export const natCases = [
  ...group(masquerade, [
    ['masquerade takes the address of the uplink', `${web} -> isp1 as 10.10.10.254:40000 to 8.8.8.8:443`],
    [
      'a masqueraded connection is answered at the translated address',
      `${web} -> isp1`,
      'answer -> lan as 8.8.8.8:443 to 192.168.0.10:40000',
    ],
    [
      'later packets of a connection are translated alike',
      `${web} -> isp1`,
      'answer -> lan',
      'later -> isp1 as 10.10.10.254:40000',
    ],
    [
      'ICMP is masqueraded',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=9 -> isp1 as 10.10.10.254',
      'answer -> lan to 192.168.0.10',
    ],
    ['GRE is masqueraded', 'lan gre 192.168.0.10 > 8.8.8.8 -> isp1 as 10.10.10.254'],
    [
      'masquerade by uplink list leaves LAN to DMZ alone',
      'lan tcp 192.168.0.10:40000 > 172.20.0.9:80 -> dmz as 192.168.0.10:40000',
    ],
    [
      "a host on the uplink's own network sees the uplink's address",
      'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2 as 20.20.20.254:40000',
    ],
    [
      'what comes in by an uplink and leaves by it is masqueraded, too',
      'isp1 tcp 9.9.9.9:50000 > 8.8.8.8:80 -> isp1 as 10.10.10.254:50000',
    ],
    [
      "an answer to a port that nobody uses is the router's",
      'isp1 udp 8.8.8.8:53 > 10.10.10.254:41234 -> router',
    ],
  ]),
  ...group(nat('add chain=srcnat out-interface=ether1 action=masquerade'), [
    [
      'without a rule for an uplink the private source leaks',
      'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2 as 192.168.0.10:40000',
    ],
  ]),
  ...group(
    nat('add chain=srcnat src-address=192.168.0.10 action=accept', 'add chain=srcnat action=masquerade'),
    [
      ['accept in srcnat exempts', `${web} -> isp1 as 192.168.0.10:40000`],
      [
        'the next client meets the second rule',
        'lan tcp 192.168.0.11:40000 > 8.8.8.8:443 -> isp1 as 10.10.10.254:40000',
      ],
      [
        'masquerade without a condition takes the DMZ side, too',
        'lan tcp 192.168.0.11:40000 > 172.20.0.9:80 -> dmz as 172.20.0.1:40000',
      ],
    ],
  ),
  ...group(
    nat(
      'add chain=srcnat out-interface=ether1 action=src-nat to-addresses=10.10.10.200',
      'add chain=srcnat out-interface=ether2 protocol=tcp action=src-nat to-addresses=20.20.20.200 to-ports=7777',
    ),
    [
      ['src-nat takes a fixed address', `${web} -> isp1 as 10.10.10.200:40000`],
      [
        'src-nat with a port takes that port',
        'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2 as 20.20.20.200:7777',
      ],
      ['the answer to a fixed translation returns', `${web} -> isp1`, 'answer -> lan to 192.168.0.10:40000'],
    ],
  ),
  ...group(
    nat(
      'add chain=dstnat in-interface=ether1 protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.50',
      'add chain=dstnat in-interface=ether1 protocol=tcp dst-port=8443 action=dst-nat to-addresses=192.168.0.50 to-ports=443',
      'add chain=srcnat out-interface-list=WAN action=masquerade',
    ),
    [
      ['dst-nat forwards a service to the LAN', `${server} -> lan as 9.9.9.9:50000 to 192.168.0.50:80`],
      [
        "the server's answer takes the address that was asked",
        `${server} -> lan`,
        'answer -> isp1 as 10.10.10.254:80 to 9.9.9.9:50000',
      ],
      [
        'later packets of a forwarded connection are translated alike',
        `${server} -> lan`,
        'answer -> isp1',
        'later -> lan to 192.168.0.50:80',
      ],
      [
        'dst-nat with a port changes the port',
        'isp1 tcp 9.9.9.9:50000 > 10.10.10.254:8443 -> lan to 192.168.0.50:443',
      ],
      [
        'dst-nat for one uplink does not work on the other',
        'isp2 tcp 9.9.9.9:50000 > 20.20.20.254:80 -> router',
      ],
      [
        'dst-nat does not care which address was asked',
        'isp1 tcp 9.9.9.9:50000 > 10.10.10.99:80 -> lan to 192.168.0.50:80',
      ],
      ['dst-nat for TCP leaves UDP alone', 'isp1 udp 9.9.9.9:50000 > 10.10.10.254:80 -> router'],
    ],
  ),
  ...group(
    nat(
      'add chain=dstnat protocol=udp dst-port=53 in-interface=ether4 action=redirect',
      'add chain=dstnat protocol=tcp dst-port=80 in-interface=ether4 action=redirect to-ports=3128',
    ),
    [
      ['redirect brings a packet to the router', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> router'],
      ['redirect with a port brings it to that port', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:80 -> router'],
      ['redirect by interface leaves the DMZ alone', 'dmz udp 172.20.0.9:5000 > 8.8.8.8:53 -> isp1'],
    ],
  ),
  ...group(
    nat(
      'add chain=dstnat dst-address=10.10.10.0/24 in-interface=ether1 action=netmap to-addresses=192.168.0.0-192.168.0.255',
    ),
    [['netmap keeps the host part', 'isp1 tcp 9.9.9.9:50000 > 10.10.10.77:80 -> lan to 192.168.0.77:80']],
  ),
  ...group(
    nat(
      'add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.50',
    ) +
      filter(
        'add chain=forward in-interface-list=WAN connection-nat-state=!dstnat connection-state=new action=drop',
      ),
    [
      ['connection-nat-state=!dstnat spares what is forwarded on purpose', `${server} -> lan`],
      ['connection-nat-state=!dstnat catches the rest', 'isp1 tcp 9.9.9.9:50000 > 192.168.0.50:81 -> gone'],
    ],
  ),
  ...group(
    nat(
      'add chain=dstnat in-interface=ether4 dst-address=10.10.10.254 protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.50',
      'add chain=srcnat src-address=192.168.0.0/24 dst-address=192.168.0.50 action=masquerade',
    ),
    [
      [
        'hairpin: a LAN client reaches the LAN server by the public address',
        'lan tcp 192.168.0.10:40000 > 10.10.10.254:80 -> lan as 192.168.0.1:40000 to 192.168.0.50:80',
      ],
      [
        "hairpin: the server's answer goes through the router",
        'lan tcp 192.168.0.10:40000 > 10.10.10.254:80 -> lan',
        'answer -> lan as 10.10.10.254:80 to 192.168.0.10:40000',
      ],
    ],
  ),
  ...group(
    nat(
      'add chain=srcnat action=jump jump-target=out',
      'add chain=out out-interface=ether1 action=masquerade',
      'add chain=out out-interface=ether2 action=return',
      'add chain=srcnat action=src-nat to-addresses=20.20.20.222',
    ),
    [
      ['nat rules in a chain that is jumped to decide', `${web} -> isp1 as 10.10.10.254:40000`],
      [
        'return from a nat chain goes on in the calling one',
        'lan tcp 192.168.0.10:40000 > 20.20.20.77:80 -> isp2 as 20.20.20.222:40000',
      ],
    ],
  ),
  ...group(masquerade + filter('add chain=forward protocol=tcp dst-port=445 action=drop'), [
    [
      'a connection whose first packet is dropped does not exist',
      'lan tcp 192.168.0.10:40000 > 8.8.8.8:445 -> gone',
      'isp1 tcp 8.8.8.8:445 > 10.10.10.254:40000 syn ack -> router',
    ],
  ]),
  ...group(
    nat(
      'add chain=dstnat in-interface=ether1 protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.0.50',
    ),
    [
      [
        'an ICMP error from behind a forwarded service hides the server',
        `${server} -> lan to 192.168.0.50:80`,
        'error lan 192.168.0.50 type=3 -> isp1 as 10.10.10.254 to 9.9.9.9',
      ],
    ],
  ),
  ...group(
    nat(
      'add chain=dstnat dst-address=10.10.10.254 protocol=tcp dst-port=33890 action=netmap to-addresses=192.168.0.50 to-ports=3389',
      'add chain=dstnat in-interface=ether1 protocol=tcp dst-port=33891 action=netmap to-addresses=192.168.0.51 to-ports=3389',
      'add chain=srcnat out-interface=ether1 action=netmap to-addresses=10.10.10.200',
    ),
    [
      [
        'netmap of one address with a port takes that port',
        'isp1 tcp 9.9.9.9:50000 > 10.10.10.254:33890 -> lan to 192.168.0.50:3389',
      ],
      [
        'netmap to one address needs no destination, and is answered as it was asked',
        'isp1 tcp 9.9.9.9:50000 > 10.10.10.254:33891 -> lan to 192.168.0.51:3389',
        'answer -> isp1 as 10.10.10.254:33891',
      ],
      ['netmap of all sources to one address', `${web} -> isp1 as 10.10.10.200:40000`],
    ],
  ),
];
