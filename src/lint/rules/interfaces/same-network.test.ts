import { expect, it } from 'vitest';
import { lintText, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['two networks', `${twoLines}${routes}`, []],
  [
    'one network',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.1.3/24 interface=ether2
/ip route
add gateway=10.0.1.1%ether1
add gateway=10.0.1.1%ether2 distance=2
`,
    ['2:1'],
  ],
])('%s → the first address', (_, text, places) =>
  expect(placesOf('interfaces/same-network', text)).toEqual(places),
);

it.each([
  ['each gateway has its port', '%ether1', 'info'],
  ['one has none', '', 'warning'],
])('one network, and %s → how bad it is', (_, port, severity) => {
  const text = `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.1.3/24 interface=ether2
/ip route
add gateway=10.0.1.1${port}
add gateway=10.0.1.1%ether2 distance=2
`;
  expect(lintText(text, ['interfaces/same-network']).map(one => one.severity)).toEqual([severity]);
});
