import { expect, it } from 'vitest';
import { makeIntent } from '../index.ts';

const adviceFor = (text: string): string[] =>
  makeIntent(text, 'gateway.yaml').diagnostics.map(one => one.do ?? '');

it.each([
  ['address: dhcp', 'Write type: dhcp, and leave address out.'],
  ['gateway: pppoe', 'Write type: pppoe, and leave gateway out.'],
  ['address: 203.0.113.2', 'Write address: 203.0.113.2/24 where its network has 256 addresses.'],
  ['gateway: 203.0.113.1/24', 'Write gateway: 203.0.113.1, without /24.'],
  ['weight: "2"', 'Write weight: 2, without quotes.'],
  ['backup: yes', 'Write backup: true.'],
  ['backup: Off', 'Write backup: false.'],
  ['address: somewhere', 'Correct it; docs/guide/intent.md shows all keys with examples.'],
])('a line with %s → %s', (value, advice) => {
  expect(adviceFor(`wans: { a: { interface: e1, ${value} } }\nlan: e2\n`)).toEqual([advice]);
});

it('a LAN whose address is dhcp → that is another key', () => {
  expect(adviceFor('wans: { a: e1 }\nlan: { interface: e2, address: dhcp }\n')).toEqual([
    'Write dhcp: as a key of its own, and leave address out.',
  ]);
});
