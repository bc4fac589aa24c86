import { expect, it } from 'vitest';
import { lintText, placesOf } from '../../testing.ts';

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

it('a name that is near → it is proposed', () => {
  const [found] = lintText(
    `/system script
add name=watch-lines source=":log info well"
/system scheduler
add name=watch on-event=watch-line interval=1m
`,
    ['scripts/unknown-script'],
  );
  expect(found?.what).toBe(
    "There is no script watch-line, which is to run here. Did you mean 'watch-lines'?",
  );
});
