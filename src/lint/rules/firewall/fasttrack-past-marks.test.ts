import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  [
    'all connections of a balance',
    `${twoLines}${routes}${balance}/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    ['23:1'],
  ],
  [
    'those without a mark',
    `${twoLines}${routes}${balance}/ip firewall filter
add chain=forward connection-state=established,related connection-mark=no-mark action=fasttrack-connection
`,
    [],
  ],
  [
    'no marks in the text',
    `${twoLines}/ip firewall filter
add chain=forward connection-state=established,related action=fasttrack-connection
`,
    [],
  ],
])('%s → its rule', (_, text, places) =>
  expect(placesOf('firewall/fasttrack-past-marks', text)).toEqual(places),
);
