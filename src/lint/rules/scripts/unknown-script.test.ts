import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'another name',
    `/system script
add name=watch source=":log info well"
/system scheduler
add name=watch on-event=watcher interval=1m
`,
    ['4:25'],
  ],
  [
    'its name',
    `/system script
add name=watch source=":log info well"
/system scheduler
add name=watch on-event=watch interval=1m
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/unknown-script', text)).toEqual(places));
