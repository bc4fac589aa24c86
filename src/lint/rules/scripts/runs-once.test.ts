import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'none',
    `/system script
add name=watch source=":log info well"
/system scheduler
add name=watch on-event=watch
`,
    ['4:1'],
  ],
  [
    'one',
    `/system script
add name=watch source=":log info well"
/system scheduler
add name=watch on-event=watch interval=1m
`,
    [],
  ],
  [
    'at each start',
    `/system scheduler
add name=watch on-event=":log info well" start-time=startup
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/runs-once', text)).toEqual(places));
