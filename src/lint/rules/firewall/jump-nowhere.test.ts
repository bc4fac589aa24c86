import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another name',
    `/ip firewall filter
add chain=forward action=jump jump-target=virus
add chain=viruses protocol=tcp dst-port=135 action=drop
add chain=forward action=jump jump-target=viruses protocol=udp
`,
    ['2:1'],
  ],
  [
    'the same name',
    `/ip firewall filter
add chain=forward action=jump jump-target=viruses
add chain=viruses protocol=tcp dst-port=135 action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/jump-nowhere', text)).toEqual(places));
