import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'new connections',
    `/ip firewall mangle
add chain=prerouting connection-mark=no-mark nth=2,1 action=mark-connection new-connection-mark=a
`,
    [],
  ],
  [
    'all packets',
    `/ip firewall mangle
add chain=prerouting nth=2,1 action=mark-connection new-connection-mark=a
`,
    ['2:1'],
  ],
  [
    'packets straight to a table',
    `/ip firewall mangle
add chain=prerouting nth=2,1 action=mark-routing new-routing-mark=a
`,
    ['2:1'],
  ],
])('%s → the first of them', (_, text, places) => expect(placesOf('marks/nth', text)).toEqual(places));
