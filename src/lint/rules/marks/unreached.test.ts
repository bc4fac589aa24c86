import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

const toTable = (passes: string): string => `/ip firewall mangle
add chain=prerouting src-address=192.168.88.0/24 dst-address-type=!local action=mark-routing new-routing-mark=one ${passes}
add chain=prerouting src-address=192.168.88.64/26 dst-address-type=!local action=mark-routing new-routing-mark=two passthrough=no
`;

it.each([
  ['nothing before', `${twoLines}${routes}${balance}`, []],
  [
    'accept for all of the LAN before',
    `${twoLines}${routes}${balance.replace('mangle\n', 'mangle\nadd chain=prerouting in-interface=bridge action=accept\n')}`,
    ['17:1', '19:1'],
  ],
  [
    'a part of the LAN behind a mark for all of it that ends the chain',
    `${twoLines}${routes}${toTable('passthrough=no')}`,
    ['15:1'],
  ],
  ['the same where the first passes packets on', `${twoLines}${routes}${toTable('passthrough=yes')}`, []],
  [
    'a rule that asks for a mark which one between them sets',
    `${twoLines}${routes}/ip firewall mangle
add chain=prerouting connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
add chain=prerouting in-interface=bridge dst-address-type=!local action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=bridge connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
`,
    [],
  ],
])('%s → the rules behind', (_, text, places) => expect(placesOf('marks/unreached', text)).toEqual(places));
