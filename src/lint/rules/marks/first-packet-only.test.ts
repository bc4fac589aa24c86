import { expect, it } from 'vitest';
import { placesOf, routes, twoLines } from '../../testing.ts';

const office = `${twoLines}${routes}/ip firewall mangle\n`;
const mark = (asked: string, table = 'two'): string =>
  `add chain=prerouting in-interface=bridge ${asked} action=mark-routing new-routing-mark=${table}\n`;

it.each([
  ['new connections alone', `${office}${mark('connection-state=new')}`, ['14:1']],
  ['all packets', `${office}${mark('dst-port=443 protocol=tcp')}`, []],
  ['new and established ones', `${office}${mark('connection-state=established,new')}`, []],
  [
    'new ones, and a second rule for the others',
    `${office}${mark('connection-state=new')}${mark('connection-mark=web')}`,
    [],
  ],
  ['a table that leads where main leads', `${office}${mark('connection-state=new', 'one')}`, []],
  ['a table without a route', `${office}${mark('connection-state=new', 'none')}`, []],
])('%s → its rule', (_, text, places) => expect(placesOf('marks/first-packet-only', text)).toEqual(places));
