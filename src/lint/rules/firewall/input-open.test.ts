import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'no drop',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
`,
    ['9:1'],
  ],
  [
    'all but the LAN dropped',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop
`,
    [],
  ],
  [
    'the drop is disabled',
    `${twoLines}/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop disabled=yes
`,
    ['10:1'],
  ],
  ['a part without a rule of input', twoLines, []],
])('%s → where the rule lacks', (_, text, places) =>
  expect(placesOf('firewall/input-open', text)).toEqual(places),
);
