import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

const lease = (script: string): string => `/ip dhcp-client
add interface=ether1 script="${script}"
`;

it.each([
  ['no such variable', lease('/ip route set [find comment=a] gateway=\\$gateway'), ['2:29']],
  ['a hyphen without quotes', lease(':if (\\$bound=1) do={:put \\$gateway-address}'), ['2:29']],
  ['one of the event', lease(':if (\\$bound=1) do={:put \\$\\"gateway-address\\"}'), []],
  ['one of its own', lease(':local gw 1; :put \\$gw; :foreach i,x in=[/ip route find] do={:put \\$x}'), []],
  ['code that is put together', lease(':local f do={:put \\$name}; \\$f name=1'), []],
  ['another event', '/system scheduler\nadd name=a on-event=":put \\$gateway"\n', []],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/unset-variable', text)).toEqual(places));
