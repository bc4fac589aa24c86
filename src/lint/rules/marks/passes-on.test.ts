import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

const marks = (more: string): string => `${twoLines}${routes}/ip firewall mangle
add chain=prerouting in-interface=bridge dst-port=443 protocol=tcp action=mark-routing new-routing-mark=one${more}
add chain=prerouting in-interface=bridge action=mark-routing new-routing-mark=two
`;

it.each([
  ['a later rule takes the same packets', marks(''), ['14:1']],
  [
    'later rules are for other hosts',
    marks('').replaceAll('action=mark-routing new-routing-mark=two', 'dst-address=192.0.2.1 action=accept'),
    ['14:1'],
  ],
  [
    'it says so itself, and later rules are for other connections',
    `${twoLines}${routes}${balance.replace('new-routing-mark=one', 'new-routing-mark=one passthrough=yes')}`,
    ['20:1'],
  ],
  [
    'a whole export, and later rules are for other connections',
    `# by RouterOS 6.49.10\n${twoLines}${routes}${balance}`,
    [],
  ],
  ['it ends the chain', marks(' passthrough=no'), []],
  ['later rules are for other connections', `${twoLines}${routes}${balance}`, ['18:1']],
  ['nothing comes behind it', marks('').replace(/\n.*\n$/, '\n'), []],
])('%s → the first of them', (_, text, places) => expect(placesOf('marks/passes-on', text)).toEqual(places));
