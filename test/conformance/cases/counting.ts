import type { Case } from '../notation.ts';
import { filter, group, masquerade, nat } from './group.ts';

const ipsec = (policy: string, more = ''): string =>
  `${nat(`add chain=srcnat out-interface-list=WAN ipsec-policy=${policy} action=masquerade`)}${more}`;

const web = 'lan tcp 192.168.0.10:40000 > 8.8.8.8:443';
const own = 'ether1 as 192.168.0.10:40000';
const translated = 'ether1 as 10.10.10.254:40000';

const host: Case[] = [
  ...group(ipsec('out,none'), [
    ['ipsec-policy=out,none without a policy → every packet', `${web} -> ${translated}`],
  ]),
  ...group(ipsec('out,ipsec'), [['ipsec-policy=out,ipsec without a policy → no packet', `${web} -> ${own}`]]),
  ...group(ipsec('!out,ipsec'), [
    ['ipsec-policy=!out,ipsec without a policy → every packet', `${web} -> ${translated}`],
  ]),
  ...group(`${masquerade}${filter('add chain=forward ipsec-policy=in,none action=drop')}`, [
    ['ipsec-policy=in,none without a policy → every packet', `${web} -> gone`],
  ]),
  ...group(`${masquerade}${filter('add chain=forward ipsec-policy=in,ipsec action=drop')}`, [
    ['ipsec-policy=in,ipsec without a policy → no packet', `${web} -> ${translated}`],
  ]),
];

const limited = (more: string, action = 'drop'): string =>
  filter(`add chain=forward in-interface=ether4 ${more} action=${action}`);
const flow = (port: number, host = 10, to = '8.8.8.8') => `lan udp 192.168.0.${host}:${port} > ${to}:53`;

const counted: Case[] = [
  ...group(limited('connection-limit=2,32'), [
    [
      'connection-limit=2,32: the third connection of one source → more than two',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
      `${flow(5004, 11)} -> ether1`,
    ],
    [
      'connection-limit=2,32: later packets of connections that are counted → still two',
      `${flow(5001)} -> ether1`,
      'later -> ether1',
      `${flow(5002)} -> ether1`,
      `${flow(5001)} -> ether1`,
    ],
  ]),
  ...group(limited('connection-limit=2,24'), [
    [
      'connection-limit=2,24: three sources of one network → more than two',
      `${flow(5001, 10)} -> ether1`,
      `${flow(5002, 11)} -> ether1`,
      `${flow(5003, 12)} -> gone`,
    ],
  ]),
  ...group(limited('connection-limit=!2,32', 'accept') + limited(''), [
    [
      'connection-limit=!2,32: up to two connections → holds',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
    ],
  ]),
  ...group(limited('dst-limit=1/1h,2,dst-address', 'accept') + limited(''), [
    [
      'dst-limit by destination: two at once, each destination for itself',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
      `${flow(5004, 10, '9.9.9.9')} -> ether1`,
    ],
  ]),
  ...group(limited('dst-limit=1/1h,2,src-and-dst-addresses', 'accept') + limited(''), [
    [
      'dst-limit by both addresses: another source → a bucket of its own',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
      `${flow(5004, 11)} -> ether1`,
    ],
  ]),
  ...group(limited('dst-limit=1/1h,2,dst-address-and-port', 'accept') + limited(''), [
    [
      'dst-limit by destination and port: each port for itself; without ports by the address alone',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
      'lan udp 192.168.0.10:5004 > 8.8.8.8:123 -> ether1',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=1 -> ether1',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=2 -> ether1',
      'lan icmp 192.168.0.10 > 8.8.8.8 id=3 -> gone',
    ],
  ]),
  ...group(limited('dst-limit=!1/1h,2,dst-address'), [
    [
      'dst-limit=!: above the limit → holds',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
    ],
  ]),
  ...group(limited('limit=1/1h,2:packet', 'accept') + limited(''), [
    [
      'limit: two at once, the third is above it',
      `${flow(5001)} -> ether1`,
      `${flow(5002)} -> ether1`,
      `${flow(5003)} -> gone`,
    ],
  ]),
];

/** What counts connections and rates, and IPsec where no policy is stated. */
export const countingCases: readonly Case[] = [...host, ...counted];
