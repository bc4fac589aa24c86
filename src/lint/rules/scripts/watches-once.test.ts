import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'at startup',
    `/ip route
add comment=isp1 gateway=10.0.1.1
/system script
add name=watch source=":if ([/ping 8.8.8.8 count=3] = 0) do={/ip route set [find comment=isp1] distance=3}"
/system scheduler
add name=watch on-event=watch start-time=startup
`,
    ['6:1'],
  ],
  [
    'with an interval',
    `/ip route
add comment=isp1 gateway=10.0.1.1
/system script
add name=watch source=":if ([/ping 8.8.8.8 count=3] = 0) do={/ip route set [find comment=isp1] distance=3}"
/system scheduler
add name=watch on-event=watch start-time=startup interval=10s
`,
    [],
  ],
  [
    'in a loop',
    `/ip route
add comment=isp1 gateway=10.0.1.1
/system script
add name=watch source=":while (true) do={:delay 10s; :if ([/ping 8.8.8.8 count=3] = 0) do={/ip route set [find comment=isp1] distance=3}}"
/system scheduler
add name=watch on-event=watch start-time=startup
`,
    [],
  ],
  [
    'netwatch runs it too',
    `/ip route
add comment=isp1 gateway=10.0.1.1
/system script
add name=watch source=":if ([/ping 8.8.8.8 count=3] = 0) do={/ip route set [find comment=isp1] distance=3}"
/system scheduler
add name=watch on-event=watch start-time=startup
/tool netwatch
add host=8.8.8.8 down-script=watch
`,
    [],
  ],
  [
    'no watcher',
    `/ip route
add comment=isp1 gateway=10.0.1.1
/system script
add name=watch source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=watch on-event=watch start-time=startup
`,
    [],
  ],
  [
    'in the scheduler itself',
    `/system scheduler
add name=watch on-event=":if ([/ping 8.8.8.8 count=3] = 0) do={/interface disable ether1}" start-time=startup
`,
    ['2:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/watches-once', text)).toEqual(places));
