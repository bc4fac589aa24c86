import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['both lines', `${twoLines}${routes}${balance}`.replaceAll('10.0.', '203.0.'), []],
  [
    'one line',
    `${twoLines}${routes}${balance}`
      .replaceAll('10.0.', '203.0.')
      .replace('add chain=srcnat out-interface=ether2 action=masquerade\n', ''),
    ['6:1'],
  ],
])('%s → the last rule that translates', (_, text, places) =>
  expect(placesOf('nat/untranslated', text)).toEqual(places),
);
