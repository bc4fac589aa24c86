import { expect, it } from 'vitest';
import { applyEdits } from '../outline/frame.ts';
import { readRouterOs } from '../read.ts';
import { meant } from './similar.ts';

/** The text with every word replaced that the reader takes for misspelt. */
function respelt(text: string): string {
  const edits = readRouterOs(text, { file: 'a.rsc' }).diagnostics.flatMap(({ fix }) => fix?.edits ?? []);
  return applyEdits(
    text,
    edits.map(({ span, text: put }) => ({ start: span.start.offset, end: span.end.offset, text: put })),
  ).text;
}

const header = '# 2025-06-01 by RouterOS 7.14\n';

it.each([
  ['a property', '/ip route\nadd gatway=10.0.0.1\n', '/ip route\nadd gateway=10.0.0.1\n'],
  ['a menu', '/ip frewall filter\nadd chain=input\n', '/ip firewall filter\nadd chain=input\n'],
  ['a command', '/ip route\naad gateway=10.0.0.1\n', '/ip route\nadd gateway=10.0.0.1\n'],
  [
    'an action',
    '/ip firewall filter\nadd chain=input action=acept\n',
    '/ip firewall filter\nadd chain=input action=accept\n',
  ],
  [
    'one word of a value',
    '/ip firewall filter\nadd chain=input connection-state=!established,relted action=drop\n',
    '/ip firewall filter\nadd chain=input connection-state=!established,related action=drop\n',
  ],
  [
    'an interface, wherever it stands',
    `${header}/interface bridge\nadd name=bridge-lan\n/ip address\nadd address=10.0.0.1/24 interface=brigde-lan\n/ip firewall filter\nadd chain=input in-interface=!brigde-lan action=drop\n`,
    `${header}/interface bridge\nadd name=bridge-lan\n/ip address\nadd address=10.0.0.1/24 interface=bridge-lan\n/ip firewall filter\nadd chain=input in-interface=!bridge-lan action=drop\n`,
  ],
  [
    'a list of interfaces',
    '/interface list\nadd name=WAN\nadd name=Guests\n/ip firewall filter\nadd chain=input in-interface-list=!guests action=drop\n',
    '/interface list\nadd name=WAN\nadd name=Guests\n/ip firewall filter\nadd chain=input in-interface-list=!Guests action=drop\n',
  ],
  [
    'a list of addresses, in quotes',
    '/ip firewall address-list\nadd list="my office" address=10.0.0.1\n/ip firewall filter\nadd chain=input src-address-list="my offce"\n',
    '/ip firewall address-list\nadd list="my office" address=10.0.0.1\n/ip firewall filter\nadd chain=input src-address-list="my office"\n',
  ],
  [
    'a pool',
    '/ip pool\nadd name=dhcp ranges=10.0.0.2-10.0.0.9\n/ip dhcp-server\nadd name=d interface=ether2 address-pool=dchp\n',
    '/ip pool\nadd name=dhcp ranges=10.0.0.2-10.0.0.9\n/ip dhcp-server\nadd name=d interface=ether2 address-pool=dhcp\n',
  ],
  [
    'a table',
    `${header}/routing table\nadd name=to_ISP1 fib\n/ip route\nadd gateway=10.0.0.1 routing-table=to_IPS1\n`,
    `${header}/routing table\nadd name=to_ISP1 fib\n/ip route\nadd gateway=10.0.0.1 routing-table=to_ISP1\n`,
  ],
])('%s that is misspelt, one name near → that stands there', (_, text, right) =>
  expect(respelt(text)).toBe(right),
);

it.each([
  [
    'two names as near',
    '/interface list\nadd name=WAN1a\nadd name=WAN1b\n/ip firewall filter\nadd chain=input in-interface-list=WAN1c\n',
  ],
  [
    'one of a row',
    `${header}/routing table\nadd name=to_ISP1 fib\n/ip route\nadd gateway=10.0.0.1 routing-table=to_ISP2\n`,
  ],
  ['nothing near', '/ip route\nadd bandwidth=10M gateway=10.0.0.1\n'],
  ['a property that the line has already', '/ip route\nadd gateway=10.0.0.1 gatewy=10.0.0.2\n'],
])('%s → the text stays', (_, text) => expect(respelt(text)).toBe(text));

it.each([
  ['establised', ['established', 'related'], 'established'],
  ['WAN-list', ['wan-list', 'WAN-lists'], 'wan-list'],
  ['abcd', ['abce', 'abcf'], undefined],
  ['guest', ['quests'], undefined],
  ['lan', ['lan'], undefined],
])('meant: %s of %j → %s', (word, candidates, right) => expect(meant(word, candidates)).toBe(right));
