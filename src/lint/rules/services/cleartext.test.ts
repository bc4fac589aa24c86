import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'on',
    `/ip service
set www disabled=yes
`,
    ['2:1'],
  ],
  [
    'off',
    `/ip service
set www disabled=yes
set telnet disabled=yes
set ftp disabled=yes
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('services/cleartext', text)).toEqual(places));
