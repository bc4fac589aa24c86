import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['each mark is set', `${twoLines}${routes}${balance}`, []],
  [
    'another case of letters',
    `${twoLines}${routes}${balance.replace('chain=output connection-mark=c2', 'chain=output connection-mark=C2')}`,
    ['21:1'],
  ],
  [
    'no rule that sets any',
    '/ip firewall mangle\nadd chain=output connection-mark=a action=mark-routing new-routing-mark=b\n',
    [],
  ],
])('%s → the rule that asks for it', (_, text, places) =>
  expect(placesOf('marks/never-set', text)).toEqual(places),
);
