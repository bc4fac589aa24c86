import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

const direct = (more = ''): string =>
  ['one', 'two']
    .map(
      (table, remainder) =>
        `add chain=prerouting in-interface=bridge ${more}per-connection-classifier=src-address:2/${remainder} action=mark-routing new-routing-mark=${table}\n`,
    )
    .join('');

it.each([
  ['packets', `${twoLines}${routes}/ip firewall mangle\n${direct()}`, ['14:1']],
  [
    'packets of marked connections',
    `${twoLines}${routes}/ip firewall mangle\n${direct('connection-mark=web ')}`,
    [],
  ],
  ['connections', `${twoLines}${routes}${balance}`, []],
])('PCC marks %s → the first rule', (_, text, places) =>
  expect(placesOf('pcc/marks-routing', text)).toEqual(places),
);
