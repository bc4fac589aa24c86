import { expect, it } from 'vitest';
import { balance, placesOf, routes, twoLines } from '../../testing.ts';

const exempt = (port: string): string =>
  ['10.0.1.0/24', '10.0.2.0/24']
    .map(network => `add chain=prerouting in-interface=${port} dst-address=${network} action=accept\n`)
    .join('');

const withRules = (before: string, after = ''): string =>
  `${twoLines}${routes}${balance.replace('mangle\n', `mangle\n${before}`)}${after}`;

it.each([
  ['not exempt', withRules(''), ['16:1']],
  ['exempt', withRules(exempt('bridge')), []],
  ['exempt behind the marks', withRules('', exempt('bridge')), ['16:1']],
  ['exempt on the side of the WAN', withRules(exempt('ether1')), ['18:1']],
  ['networks of providers, not of modems', withRules('').replaceAll('10.0.', '203.0.'), []],
])('networks of modems %s → the first rule that marks', (_, text, places) =>
  expect(placesOf('marks/wan-network-marked', text)).toEqual(places),
);
