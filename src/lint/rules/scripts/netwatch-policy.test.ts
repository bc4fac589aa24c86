import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'more',
    `# 2024-01-01 00:00:00 by RouterOS 7.15.3
/system script
add name=down policy=read,write,policy,test,sensitive source=":log info down"
/tool netwatch
add host=9.9.9.9 interval=10s down-script=down
`,
    ['3:1'],
  ],
  [
    'as much',
    `# 2024-01-01 00:00:00 by RouterOS 7.15.3
/system script
add name=down policy=read,write,test source=":log info down"
/tool netwatch
add host=9.9.9.9 interval=10s down-script=down
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/netwatch-policy', text)).toEqual(places));
