import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'the same',
    `/interface wireguard
add name=wg1 listen-port=13231
/interface wireguard peers
add interface=wg1 allowed-address=10.9.0.0/24 public-key=REDACTED
add interface=wg1 allowed-address=10.9.0.0/24 public-key=REDACTED2
`,
    ['5:1'],
  ],
  [
    'one each',
    `/interface wireguard
add name=wg1 listen-port=13231
/interface wireguard peers
add interface=wg1 allowed-address=10.9.0.2/32 public-key=REDACTED
add interface=wg1 allowed-address=10.9.0.3/32 public-key=REDACTED2
`,
    [],
  ],
])('%s → its place', (_, text, places) =>
  expect(placesOf('interfaces/peers-share-network', text)).toEqual(places),
);
