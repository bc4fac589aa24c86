import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'fewer',
    `/system script
add name=failover policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    ['4:1'],
  ],
  [
    'as many',
    `/system script
add name=failover policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write,test
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
  [
    'called by a command',
    `/system script
add name=failover policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event="/system script run failover" policy=read,write
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    ['4:1'],
  ],
  [
    'another script',
    `/system script
add name=failover policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event="/system script run other" policy=read,write
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
  [
    'allowed to anybody',
    `/system script
add name=failover dont-require-permissions=yes policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
  [
    'none stated for the script',
    `/system script
add name=failover source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    ['4:1'],
  ],
  [
    'none stated for the scheduler',
    `/system script
add name=failover policy=read,write,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/scheduler-policy', text)).toEqual(places));
