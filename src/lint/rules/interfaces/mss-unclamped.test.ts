import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'no',
    `/ppp profile
add name=isp change-tcp-mss=no
/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=u profile=isp disabled=no
`,
    ['4:1'],
  ],
  [
    'yes',
    `/ppp profile
add name=isp change-tcp-mss=yes
/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=u profile=isp disabled=no
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('interfaces/mss-unclamped', text)).toEqual(places));
