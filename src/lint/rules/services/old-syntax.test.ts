import { expect, it } from 'vitest';
import { placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['routing-mark in a route', `${twoLines}${routes}`, ['9:1']],
  ['with the header of an export', `# jan/02/2022 10:00:00 by RouterOS 6.49\n${twoLines}${routes}`, []],
])('%s → the first route', (_, text, places) =>
  expect(placesOf('services/old-syntax', text)).toEqual(places),
);
