import { filter, group, mangle } from './group.ts';

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const dns = 'lan udp 192.168.0.10:5000 > 8.8.8.8:53';

export const chainCases = [
  ...group(
    filter(
      'add chain=forward action=drop protocol=tcp dst-address=8.8.8.8 dst-port=80,8080-8090',
      'add chain=forward action=drop protocol=udp dst-address=8.8.4.0/24 dst-port=53',
      'add chain=forward action=drop protocol=udp dst-address=9.9.9.9 dst-port=53',
      'add chain=forward action=accept dst-address=8.8.8.8',
      'add chain=forward action=drop dst-address=8.8.0.0/16',
    ),
    [
      ['neighbours that do the same: the first', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:8085 -> gone'],
      ['neighbours that do the same: another', 'lan udp 192.168.0.10:40000 > 8.8.4.4:53 -> gone'],
      ['of the one protocol, to the port of the other', 'lan tcp 192.168.0.10:40000 > 8.8.4.4:53 -> gone'],
      ['of none of them → the rule behind', `${web} -> isp1`],
      ['of none of them → not even that', 'lan udp 192.168.0.10:5000 > 9.9.9.9:54 -> isp1'],
    ],
  ),
  ...group(
    filter(
      'add chain=forward protocol=tcp action=jump jump-target=tcp',
      'add chain=forward action=drop',
      'add chain=tcp dst-port=443 protocol=tcp action=accept',
    ),
    [
      ['accept in a chain that was jumped to lets a packet through', `${web} -> isp1`],
      ['at its end such a chain returns to the caller', 'lan tcp 192.168.0.10:40000 > 8.8.8.8:80 -> gone'],
      ['what does not jump meets the next rule', `${dns} -> gone`],
    ],
  ),
  ...group(
    filter(
      'add chain=forward action=jump jump-target=a',
      'add chain=forward action=drop',
      'add chain=a action=jump jump-target=b',
      'add chain=a protocol=udp action=accept',
      'add chain=b protocol=tcp action=return',
      'add chain=b action=return',
    ),
    [
      ['return leaves only the innermost chain', `${dns} -> isp1`],
      ['after all returns the first chain decides', `${web} -> gone`],
    ],
  ),
  ...group(filter('add chain=forward protocol=udp action=return', 'add chain=forward action=drop'), [
    ['return in a base chain accepts', `${dns} -> isp1`],
    ['beside that return the next rule drops', `${web} -> gone`],
  ]),
  ...group(
    filter(
      'add chain=forward action=passthrough',
      'add chain=forward action=log',
      'add chain=forward protocol=udp action=drop',
    ),
    [
      ['passthrough and log do not decide', `${dns} -> gone`],
      ['the end of a chain accepts', `${web} -> isp1`],
    ],
  ),
  ...group(
    filter(
      'add chain=forward protocol=tcp action=accept',
      'add chain=forward protocol=tcp dst-port=443 action=drop',
      'add chain=forward protocol=udp action=drop disabled=yes',
    ),
    [
      ['the first rule that decides wins', `${web} -> isp1`],
      ['a disabled rule does nothing', `${dns} -> isp1`],
    ],
  ),
  ...group(
    filter(
      'add chain=forward protocol=tcp action=reject reject-with=tcp-reset',
      'add chain=forward protocol=udp action=reject reject-with=icmp-admin-prohibited',
      'add chain=forward protocol=icmp action=tarpit',
    ),
    [
      ['reject with a reset ends a packet', `${web} -> gone`],
      ['reject with an ICMP error ends a packet', `${dns} -> gone`],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=jump jump-target=m',
      'add chain=prerouting action=mark-connection new-connection-mark=c2',
      'add chain=m protocol=tcp action=mark-connection new-connection-mark=c1 passthrough=no',
      'add chain=m protocol=udp action=accept',
    ),
    [
      [
        'passthrough=no leaves the whole hook, even from a chain that was jumped to',
        `${web} -> isp1 mark c1`,
      ],
      ['accept leaves the whole hook, even from a chain that was jumped to', `${dns} -> isp1 mark none`],
      [
        'what the inner chain does not touch goes on outside',
        'lan icmp 192.168.0.10 > 8.8.8.8 -> isp1 mark c2',
      ],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting action=accept',
      'add chain=prerouting action=mark-connection new-connection-mark=c1',
      'add chain=forward action=mark-connection new-connection-mark=c2',
    ),
    [['accept ends one hook, not those that follow', `${web} -> isp1 mark c2`]],
  ),
  ...group(
    mangle('add chain=prerouting action=drop protocol=udp') +
      filter('add chain=output action=drop protocol=icmp'),
    [
      ['mangle can drop', `${dns} -> gone`],
      ['filter output drops what the router makes', 'router icmp 10.10.10.254 > 8.8.8.8 -> gone'],
      ['filter output leaves what is forwarded alone', 'lan icmp 192.168.0.10 > 8.8.8.8 -> isp1'],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting protocol=udp action=change-dscp new-dscp=46',
      'add chain=forward dscp=46 action=mark-connection new-connection-mark=c1',
      'add chain=prerouting protocol=icmp action=change-ttl new-ttl=set:1',
    ),
    [
      ['a DSCP that was changed is seen by later chains', `${dns} -> isp1 mark c1`],
      ['a TTL that was set to 1 is used up at once', 'lan icmp 192.168.0.10 > 8.8.8.8 -> gone'],
    ],
  ),
  ...group(
    mangle(
      'add chain=prerouting protocol=udp action=add-src-to-address-list address-list=seen',
      'add chain=prerouting protocol=tcp src-address-list=seen action=mark-connection new-connection-mark=c1',
    ),
    [
      ['a list that a rule fills is matched from then on', `${dns} -> isp1`, `${web} -> isp1 mark c1`],
      ['a list that nobody filled matches nothing', `${web} -> isp1 mark none`],
    ],
  ),
];
