import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

it.each([
  [
    'another name',
    `/ip firewall filter
add chain=forward action=jump jump-target=virus
add chain=viruses protocol=tcp dst-port=135 action=drop
add chain=forward action=jump jump-target=viruses protocol=udp
`,
    ['2:1'],
  ],
  [
    'the same name',
    `/ip firewall filter
add chain=forward action=jump jump-target=viruses
add chain=viruses protocol=tcp dst-port=135 action=drop
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('firewall/jump-nowhere', text)).toEqual(places));

const severitiesOf = (text: string): string[] =>
  lintText(text, ['firewall/jump-nowhere']).map(({ severity }) => severity);

it('a chain of nearly that name to which nothing jumps → a warning', () =>
  expect(
    severitiesOf(`/ip firewall filter
add chain=forward action=jump jump-target=virus
add chain=viruss protocol=tcp dst-port=135 action=drop
`),
  ).toEqual(['warning']));

it('chains that something else may fill → one remark', () =>
  expect(
    severitiesOf(`/ip firewall nat
add chain=dstnat action=jump jump-target=billing_first_dstnat
add chain=dstnat action=jump jump-target=billing_last_dstnat
add chain=srcnat action=jump jump-target=billing_first_srcnat
`),
  ).toEqual(['info']));

it('the same name in other capitals → a warning', () =>
  expect(
    severitiesOf(`/ip firewall filter
add chain=forward action=jump jump-target=Drop-Chain
add chain=forward action=jump jump-target=Drop-chain protocol=udp
add chain=Drop-chain action=drop
`),
  ).toEqual(['warning']));
