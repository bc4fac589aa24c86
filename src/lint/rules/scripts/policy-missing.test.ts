import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'write',
    `/system script
add name=failover policy=read,test source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write,test
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    ['2:1'],
  ],
  [
    'all that it needs',
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
    'none stated',
    `/system script
add name=failover source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write,test
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
  [
    'a ping',
    `/system script
add name=failover policy=read,write source=":if ([/ping 8.8.8.8 count=3] = 0) do={/ip route set [find comment=isp1] distance=3}"
/system scheduler
add name=failover interval=1m on-event=failover policy=read,write,test
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    ['2:1'],
  ],
  [
    'with the rights of its caller',
    `/system script
add name=failover policy=read source="/ip route set [find comment=isp1] distance=3"
/system scheduler
add name=failover interval=1m on-event="/system script run failover" policy=read,write,test
/ip route
add comment=isp1 gateway=10.0.1.1
`,
    [],
  ],
  [
    'in the scheduler itself',
    `/system scheduler
add name=night interval=1d on-event="/interface disable ether2" policy=read
add name=day interval=1d on-event="/interface enable ether2" policy=read,write
`,
    ['2:1'],
  ],
  [
    'a restart',
    `/system scheduler
add name=night interval=1d on-event="/system reboot" policy=read,write
`,
    ['2:1'],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('scripts/policy-missing', text)).toEqual(places));
