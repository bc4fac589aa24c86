import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'no jump',
    `/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop
add chain=virus protocol=tcp dst-port=135 action=drop
`,
    ['4:1'],
  ],
  [
    'a jump',
    `/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input in-interface=!bridge action=drop
add chain=forward action=jump jump-target=virus
add chain=virus protocol=tcp dst-port=135 action=drop
`,
    [],
  ],
  [
    'a file of one chain',
    `/ip firewall filter
add chain=virus protocol=tcp dst-port=135 action=drop
`,
    [],
  ],
  [
    'input in raw',
    `/ip firewall raw
add chain=input action=drop
`,
    ['2:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/chain-unused', text)).toEqual(places));

it('one chain without a jump, and one jump to a chain without rules → one names the other', () => {
  const text = `/ip firewall filter
add chain=input in-interface=ether1 action=jump jump-target=from-inet
add chain=from-internet action=drop
`;
  expect(lintText(text, ['firewall/chain-unused']).map(({ what }) => what)).toEqual([
    'No rule jumps to the chain from-internet: its rule does nothing. A jump to from-inet finds no rule: is from-internet meant?',
  ]);
});
