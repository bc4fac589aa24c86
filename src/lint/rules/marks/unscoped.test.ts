import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['limited to the LAN', `${twoLines}${routes}${balance}`, []],
  [
    'not limited',
    `${twoLines}${routes}${balance.replace('in-interface=bridge connection-mark=c1 action=mark-routing', 'connection-mark=c1 action=mark-routing')}`,
    ['18:1'],
  ],
  [
    'limited by the source',
    `${twoLines}${routes}${balance.replace('in-interface=bridge connection-mark=c1 action=mark-routing', 'src-address=192.168.88.0/24 connection-mark=c1 action=mark-routing')}`,
    [],
  ],
  [
    'ended before for what comes in by the line',
    `${twoLines}${routes}${balance.replace('action=mark-connection new-connection-mark=c1\nadd', 'action=mark-connection new-connection-mark=c1\nadd chain=prerouting in-interface=ether1 action=accept\nadd')}`,
    [],
  ],
])('%s → the rule that marks answers', (_, text, places) =>
  expect(placesOf('marks/unscoped', text)).toEqual(places),
);
