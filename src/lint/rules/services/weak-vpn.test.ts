import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'on',
    `/interface pptp-server server
set enabled=yes
`,
    ['2:1'],
  ],
  [
    'off',
    `/interface pptp-server server
set enabled=no
`,
    [],
  ],
])('%s → the server', (_, text, places) => expect(placesOf('services/weak-vpn', text)).toEqual(places));
