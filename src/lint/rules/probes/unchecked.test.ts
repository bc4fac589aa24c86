import { expect, it } from 'vitest';
import { placesOf, twoLines } from '../../testing.ts';

it.each([
  [
    'both checked',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
`,
    [],
  ],
  [
    'none checked',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
`,
    ['9:1'],
  ],
  [
    'one line alone',
    `${twoLines}/ip route
add gateway=10.0.1.1
`,
    [],
  ],
  [
    'a scheduler that looks after them',
    `${twoLines}/ip route
add gateway=10.0.1.1 distance=1
add gateway=10.0.2.1 distance=2
/system scheduler
add name=watch interval=30s on-event=watch-lines
`,
    [],
  ],
])('%s → the first that matters', (_, text, places) =>
  expect(placesOf('probes/unchecked', text)).toEqual(places),
);
