import { expect, it } from 'vitest';
import { placesOf } from '../../testing.ts';

it.each([
  [
    'below',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two passthrough=no
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
add chain=prerouting in-interface=bridge src-address=192.168.88.10 dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=no-mark connection-state=new action=mark-connection new-connection-mark=c1
`,
    ['19:1'],
  ],
  [
    'above',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two passthrough=no
add chain=prerouting in-interface=bridge src-address=192.168.88.10 dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=no-mark connection-state=new action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
`,
    [],
  ],
  [
    'asked again below',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two passthrough=no
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
add chain=prerouting in-interface=bridge src-address=192.168.88.10 dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=no-mark connection-state=new action=mark-connection new-connection-mark=c1
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
`,
    [],
  ],
  [
    'of what comes in by a line',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two passthrough=no
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
add chain=prerouting in-interface=ether1 connection-mark=no-mark action=mark-connection new-connection-mark=c1
`,
    [],
  ],
  [
    'in another chain',
    `/ip address
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=192.168.88.1/24 interface=bridge
/ip route
add gateway=10.0.1.1 distance=1 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=2 check-gateway=ping routing-mark=one
add gateway=10.0.2.1 distance=1 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=2 check-gateway=ping routing-mark=two
add gateway=10.0.1.1 distance=1 check-gateway=ping
add gateway=10.0.2.1 distance=2 check-gateway=ping
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=c2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=two passthrough=no
add chain=prerouting in-interface=bridge dst-address=!10.0.0.0/16 dst-address-type=!local connection-mark=c1 action=mark-routing new-routing-mark=one passthrough=no
add chain=forward in-interface=bridge src-address=192.168.88.10 dst-address=!10.0.0.0/16 connection-mark=no-mark connection-state=new action=mark-connection new-connection-mark=c1
`,
    [],
  ],
])('%s → its place', (_, text, places) => expect(placesOf('marks/set-too-late', text)).toEqual(places));
