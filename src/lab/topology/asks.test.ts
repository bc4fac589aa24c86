import { expect, it } from 'vitest';
import { parseBench } from './testing/parse-bench.ts';

const wans = '/ip dhcp-client add interface=ether1\n/ip dhcp-client add interface=ether2\n';
const lan =
  '/ip address add address=192.168.1.1/24 interface=ether3\n/ip dhcp-server add interface=ether3 name=lan\n';

it.each([
  ['two WANs and a LAN', '', []],
  [
    'a port forward',
    '/ip firewall nat add chain=dstnat protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.1.2',
    ['forwards'],
  ],
  [
    'a port forward that is disabled',
    '/ip firewall nat add disabled=yes chain=dstnat protocol=tcp dst-port=80 action=dst-nat to-addresses=192.168.1.2',
    [],
  ],
  [
    'marks that lead to a table',
    '/ip firewall mangle add chain=prerouting in-interface=ether3 action=mark-routing new-routing-mark=two',
    ['returns'],
  ],
  ['a second LAN', '/ip address add address=192.168.2.1/24 interface=ether4', ['networks']],
  ['names by the router', '/ip dns set allow-remote-requests=yes', ['names']],
  ['a rule that drops', '/ip firewall filter add chain=forward action=drop', ['rules']],
  ['a rule for the router itself', '/ip firewall filter add chain=output action=drop', []],
] as const)('%s → the experiments that have something to try', (_, text, asks) => {
  expect(parseBench(`${wans}${lan}${text}\n`).router.asks).toEqual(asks);
});

it('names of lines that are dialled, on a bench nobody gives any → nothing to try', () => {
  const text = `/interface pppoe-client
add interface=ether1 name=a add-default-route=yes disabled=no use-peer-dns=yes
add interface=ether2 name=b add-default-route=yes disabled=no use-peer-dns=yes
/ip dns set allow-remote-requests=yes
`;
  expect(parseBench(`${text}${lan}`).router.asks).toEqual([]);
});
