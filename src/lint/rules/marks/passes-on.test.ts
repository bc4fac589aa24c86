import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['several', `${twoLines}${routes}${balance}`, ['18:1']],
  ['none', `${twoLines}${routes}${balance.replaceAll(/(new-routing-mark=\w+)/g, '$1 passthrough=no')}`, []],
])('%s → the first of them', (_, text, places) => expect(placesOf('marks/passes-on', text)).toEqual(places));
