import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

const dialled = (route: string): string =>
  `${twoLines}/interface pppoe-client
add name=line1 interface=ether3 disabled=no
/ip route
${route}
add gateway=10.0.2.1 distance=2 check-gateway=ping
`;

it.each([
  ['a dialled line, checked', dialled('add gateway=line1 check-gateway=ping'), ['11:1']],
  ['a dialled line, not checked', dialled('add gateway=line1'), []],
  [
    'a host behind it',
    dialled(
      'add gateway=192.0.2.1 check-gateway=ping target-scope=11\nadd dst-address=192.0.2.1/32 gateway=line1 scope=10',
    ),
    [],
  ],
  ['its address', dialled('add gateway=10.0.1.1 check-gateway=ping'), []],
])('%s → the route', (_, text, places) => expect(placesOf('probes/check-by-name', text)).toEqual(places));
