import { expect, it } from 'vitest';
import { balance, lintText, placesOf, routes, twoLines } from '../../testing.ts';

it.each([
  ['half and half', `${twoLines}${routes}${balance}`, []],
  [
    'two to one',
    `${twoLines}${routes}${balance.replaceAll(':2/', ':3/')}add chain=prerouting in-interface=bridge connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/2 action=mark-connection new-connection-mark=c2\n`,
    ['16:1'],
  ],
  [
    'two to one, of a whole export',
    `# by RouterOS 6.49.10\n${twoLines}${routes}${balance.replaceAll(':2/', ':3/')}add chain=prerouting in-interface=bridge connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/2 action=mark-connection new-connection-mark=c2\n`,
    [],
  ],
  ['one remainder lacks', `${twoLines}${routes}${balance.replaceAll(':2/', ':3/')}`, []],
])('%s → the first rule of the balance', (_, text, places) =>
  expect(placesOf('pcc/weights', text)).toEqual(places),
);

const queues = (one: string, two: string): string =>
  `${twoLines}${routes}${balance}/queue tree\nadd name=up1 parent=ether1 max-limit=${one}\nadd name=up2 parent=ether2 max-limit=${two}\n`;

it.each([
  ['of the same speed', '20M', '20M', []],
  ['little slower', '20M', '15M', []],
  [
    'of a tenth of the speed',
    '100M',
    '10M',
    ['ether2 gets 50 % of the connections, and has 9 % of the speed that queues state.'],
  ],
])('half and half, and a second line %s → said where it is overloaded', (_, one, two, said) => {
  const found = lintText(queues(one, two)).filter(({ id }) => id === 'pcc/weights');
  expect(found.map(({ what }) => what)).toEqual(said);
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true);
});
