import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['each table has a default route', `${twoLines}${routes}${balance}`, []],
  [
    'a gateway in no network',
    `${twoLines}${routes.replace('10.0.2.1 distance=1', '10.9.9.1 distance=1')}${balance}`,
    ['19:1'],
  ],
  ['no route at all', `${twoLines}${routes.replace(/.*routing-mark=two\n/, '')}${balance}`, ['18:1']],
])('%s → the rule that marks for it', (_, text, places) =>
  expect(placesOf('marks/table-empty', text)).toEqual(places),
);
