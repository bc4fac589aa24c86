import { filter, group, mangle, masquerade } from './group.ts';

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const onlyNew = filter('add chain=forward connection-state=!new action=drop');
const onlyKnown = filter(
  'add chain=forward connection-state=established,related action=accept',
  'add chain=forward in-interface-list=WAN action=drop',
  'add chain=forward connection-state=invalid action=drop',
);

export const trackingCases = [
  ...group(onlyNew, [
    ['a SYN begins a connection', `${web} -> isp1`],
    ['a SYN that is sent again is still new while nobody has answered', `${web} -> isp1`, `${web} -> isp1`],
    ['an answer is not new', `${web} -> isp1`, 'answer -> gone'],
    ['the first UDP packet is new', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1'],
    [
      'a second UDP packet is new while nobody has answered',
      'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1',
      'later -> isp1',
    ],
    ['an echo request is new', 'lan icmp 192.168.0.10 > 8.8.8.8 id=7 -> isp1'],
    ['a bare ACK is new: loose tracking picks connections up', `${web} ack -> isp1`],
    ['GRE is new', 'lan gre 192.168.0.10 > 8.8.8.8 -> isp1'],
  ]),
  ...group(onlyKnown, [
    ['what the LAN began may be answered', `${web} -> isp1`, 'answer -> lan'],
    ['what an uplink begins is dropped', 'isp1 tcp 9.9.9.9:40000 > 192.168.0.10:443 -> gone'],
    ['an answer without a question is dropped', 'isp1 tcp 8.8.8.8:443 > 192.168.0.10:40000 syn ack -> gone'],
    ['a UDP answer returns', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1', 'answer -> lan'],
    [
      'an answer from another port is no answer',
      'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1',
      'isp1 udp 8.8.8.8:54 > 192.168.0.10:5000 -> gone',
    ],
    ['an answer may come in by another uplink', `${web} -> isp1`, 'answer in=isp2 -> lan'],
    ['an echo reply returns', 'lan icmp 192.168.0.10 > 8.8.8.8 id=7 -> isp1', 'answer -> lan'],
    [
      'an echo reply with another id is dropped',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=7 -> isp1',
      'isp1 icmp 8.8.8.8 > 192.168.0.10 type=0 id=8 -> gone',
    ],
    [
      'an echo request from outside is not the answer to one',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=7 -> isp1',
      'isp1 icmp 8.8.8.8 > 192.168.0.10 type=8 id=7 -> gone',
    ],
    ['SYN and FIN together are invalid', `${web} syn fin -> gone`],
    ['a segment without flags is invalid', `${web} none -> gone`],
    ['a SYN+ACK out of nothing is invalid', `${web} syn ack -> gone`],
    ['a RST out of nothing is invalid', `${web} rst -> gone`],
    ['a FIN+ACK out of nothing is invalid', `${web} fin ack -> gone`],
    ['an echo reply out of nothing is invalid', 'lan icmp 192.168.0.10 > 8.8.8.8 type=0 id=3 -> gone'],
    ['a RST ends a connection and still passes', `${web} -> isp1`, 'answer -> lan', `${web} rst -> isp1`],
    [
      'a closed connection may be opened again by a SYN',
      `${web} -> isp1`,
      'answer -> lan',
      `${web} rst -> isp1`,
      `${web} syn -> isp1`,
    ],
    ['a SYN+ACK from the side that asked is invalid', `${web} -> isp1`, `${web} syn ack -> gone`],
    ['an ACK that follows a SYN unanswered is invalid', `${web} -> isp1`, `${web} ack -> gone`],
  ]),
  ...group(`/ip firewall connection tracking\nset loose-tcp-tracking=no\n${onlyKnown}`, [
    ['without loose tracking a bare ACK is invalid', `${web} ack -> gone`],
    ['without loose tracking a SYN is still new', `${web} -> isp1`],
  ]),
  ...group(
    `/ip firewall raw\nadd chain=prerouting protocol=udp action=notrack\n${masquerade}${filter('add chain=forward connection-state=untracked action=drop')}`,
    [
      ['notrack makes a packet untracked', 'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> gone'],
      ['notrack for UDP leaves TCP tracked', `${web} -> isp1 as 10.10.10.254:40000`],
    ],
  ),
  ...group(`/ip firewall raw\nadd chain=prerouting protocol=udp action=notrack\n${masquerade}`, [
    [
      'an untracked packet is not translated: a leak',
      'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1 as 192.168.0.10:5000',
    ],
  ]),
  ...group('/ip firewall raw\nadd chain=prerouting src-address=192.168.0.66 action=drop\n', [
    ['raw drops before anything else', 'lan tcp 192.168.0.66:40000 > 192.168.0.1:22 -> gone'],
    ['raw leaves others alone', 'lan tcp 192.168.0.67:40000 > 192.168.0.1:22 -> router'],
  ]),
  ...group(masquerade + filter('add chain=forward connection-state=invalid action=accept'), [
    [
      'an invalid packet is not translated: it leaks the private source',
      `${web} rst -> isp1 as 192.168.0.10:40000`,
    ],
  ]),
  ...group(mangle('add chain=prerouting connection-mark=no-mark action=mark-routing new-routing-mark=to2'), [
    ['connection-mark=no-mark holds for a new connection', `${web} -> isp2`],
    ['connection-mark=no-mark never holds for an invalid packet', `${web} rst -> isp1`],
  ]),
  ...group(
    mangle(
      'add chain=prerouting connection-mark=!c1 action=mark-routing new-routing-mark=to2',
      'add chain=input connection-mark=c1 action=accept',
    ),
    [
      ['an inverted connection mark does not hold without a connection, either', `${web} rst -> isp1`],
      ['an inverted connection mark holds for an unmarked connection', `${web} -> isp2`],
    ],
  ),
  ...group(
    masquerade +
      filter(
        'add chain=forward connection-state=related action=accept',
        'add chain=forward in-interface-list=WAN action=drop',
      ),
    [
      [
        'an ICMP error about a masqueraded connection is related and finds the client',
        `${web} -> isp1`,
        'error isp1 10.10.10.1 type=3 -> lan as 10.10.10.1 to 192.168.0.10',
      ],
      [
        'an ICMP error from any router on the way keeps that router as its source',
        `${web} -> isp1`,
        'error isp1 5.6.7.8 type=11 -> lan as 5.6.7.8 to 192.168.0.10',
      ],
      [
        'an ICMP error about a ping finds who pinged',
        'lan icmp 192.168.0.10 > 8.8.8.8 id=7 -> isp1',
        'error isp1 5.6.7.8 type=11 -> lan to 192.168.0.10',
      ],
      [
        'an ICMP error may come in by another uplink',
        'lan udp 192.168.0.10:5000 > 8.8.8.8:53 -> isp1',
        'error isp2 5.6.7.8 type=3 -> lan to 192.168.0.10',
      ],
    ],
  ),
  ...group(filter('add chain=forward connection-state=related action=drop'), [
    [
      'an ICMP error about an untranslated connection is related, too',
      `${web} -> isp1`,
      'error isp1 5.6.7.8 type=3 -> gone',
    ],
  ]),
  ...group(
    masquerade +
      mangle('add chain=prerouting in-interface=ether4 action=mark-connection new-connection-mark=c1'),
    [
      [
        'an ICMP error has the mark of the connection that it is about',
        `${web} -> isp1 mark c1`,
        'error isp1 5.6.7.8 type=3 -> lan mark c1',
      ],
    ],
  ),
];
