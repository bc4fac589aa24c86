import { expect, it } from 'vitest';
import { explainLink, oneAddress, onePort } from './explain-link.ts';

it('what is not known is left out of the address', () => {
  expect(explainLink({ src: '10.0.0.5', dst: undefined, dstPort: 443, in: '' })).toBe(
    '/explain?src=10.0.0.5&dstPort=443',
  );
  expect(explainLink({})).toBe('/explain');
});

it.each([
  ['192.168.88.0/24', '192.168.88.1'],
  ['10.5.50.6', '10.5.50.6'],
  ['10.5.50.6/32', '10.5.50.6'],
  ['!10.0.0.0/8', undefined],
  ['10.0.0.1-10.0.0.9', undefined],
  [undefined, undefined],
])('an address of %s → %s', (text, address) => expect(oneAddress(text)).toBe(address));

it.each([
  ['443', '443'],
  ['80,443', '80'],
  ['1024-2048', '1024'],
  ['!53', undefined],
])('a port of %s → %s', (text, port) => expect(onePort(text)).toBe(port));
