import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'behind the network',
    `/queue simple
add name=all target=192.168.88.0/24 max-limit=20M/50M
add name=office target=192.168.88.20/32 max-limit=5M/10M
`,
    ['3:1'],
  ],
  [
    'before it',
    `/queue simple
add name=office target=192.168.88.20/32 max-limit=5M/10M
add name=all target=192.168.88.0/24 max-limit=20M/50M
`,
    [],
  ],
  [
    'below it',
    `/queue simple
add name=all target=192.168.88.0/24 max-limit=20M/50M
add name=office target=192.168.88.20/32 max-limit=5M/10M parent=all
`,
    [],
  ],
  [
    'the first at night alone',
    `/queue simple
add name=all target=192.168.88.0/24 max-limit=20M/50M time=0s-6h,sun,mon,tue,wed,thu,fri,sat
add name=office target=192.168.88.20/32 max-limit=5M/10M
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('queues/queue-shadowed', text)).toEqual(places));
