import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const lines = `/ip address
add address=192.168.1.10/24 interface=ether1
add address=192.168.2.10/24 interface=ether2
add address=192.168.50.1/24 interface=bridge
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip route
add gateway=192.168.1.1 distance=1 comment=first
add gateway=192.168.2.1 distance=2 comment=second
`;

const watch = `/tool netwatch
add host=1.0.0.1 down-script="/ip route disable [find comment=\\"first\\"]" up-script="/ip route enable [find comment=\\"first\\"]"
`;

const pinnedTo = (gateway: string): string => `add dst-address=1.0.0.1/32 gateway=${gateway}\n`;

const ping = (more: string): string => `/system script
add name=check source=":if ([/ping 1.0.0.1 count=3${more}] = 0) do={ /ip route set [find comment=\\"first\\"] distance=9 }"
`;

it.each([
  ['netwatch, only default routes lead there', lines + watch, ['12:1']],
  ['netwatch, pinned to its line', lines + pinnedTo('192.168.1.1') + watch, []],
  ['netwatch, pinned to the other line', lines + pinnedTo('192.168.2.1') + watch, ['13:1']],
  [
    'netwatch that prefers the other line when its own is dead',
    `${lines}${pinnedTo('192.168.1.1')}/tool netwatch\nadd host=1.0.0.1 down-script="/ip route set [find comment=\\"second\\"] distance=1"\n`,
    [],
  ],
  [
    'netwatch that puts the other line behind when its own is dead',
    `${lines}${pinnedTo('192.168.1.1')}/tool netwatch\nadd host=1.0.0.1 down-script="/ip route set [find comment=\\"second\\"] distance=20"\n`,
    ['13:1'],
  ],
  [
    'netwatch that only writes a mail',
    `${lines}/tool netwatch\nadd host=1.0.0.1 down-script="/log info x"\n`,
    [],
  ],
  ['a ping, only default routes lead there', lines + ping(''), ['12:23']],
  ['a ping by a port', lines + ping(' interface=ether1'), []],
  ['a ping, pinned', lines + pinnedTo('192.168.1.1') + ping(''), []],
])('%s → its place', (_, text, places) => expect(placesOf('probes/watch-unpinned', text)).toEqual(places));
