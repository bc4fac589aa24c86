import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['nothing before', `${twoLines}${routes}${balance}`, []],
  [
    'accept for all of the LAN before',
    `${twoLines}${routes}${balance.replace('mangle\n', 'mangle\nadd chain=prerouting in-interface=bridge action=accept\n')}`,
    ['17:1', '19:1'],
  ],
])('%s → the rules behind', (_, text, places) => expect(placesOf('marks/unreached', text)).toEqual(places));
