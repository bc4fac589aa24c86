import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'off',
    `/ip firewall connection tracking
set enabled=no
/ip firewall filter
add chain=forward connection-state=established,related action=accept
`,
    ['2:1'],
  ],
  [
    'auto',
    `/ip firewall connection tracking
set enabled=auto
/ip firewall filter
add chain=forward connection-state=established,related action=accept
`,
    [],
  ],
  [
    'nothing needs it',
    `/ip firewall connection tracking
set enabled=no
/ip firewall filter
add chain=forward protocol=tcp dst-port=25 action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/tracking-off', text)).toEqual(places));
