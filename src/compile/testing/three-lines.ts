/** Three lines with tables of their own, each the next one's backup; connections are divided 2 : 1 : 1. LAN: 192.168.0.1/24 at ether4. */
export const threeLines = `
/ip address
add address=10.10.10.254/24 interface=ether1
add address=20.20.20.254/24 interface=ether2
add address=30.30.30.254/24 interface=ether3
add address=192.168.0.1/24 interface=ether4
/routing table
add fib name=to1
add fib name=to2
add fib name=to3
/ip firewall mangle
add chain=prerouting in-interface=ether4 connection-mark=no-mark per-connection-classifier=both-addresses:4/0 action=mark-connection new-connection-mark=one
add chain=prerouting in-interface=ether4 connection-mark=no-mark per-connection-classifier=both-addresses:4/1 action=mark-connection new-connection-mark=one
add chain=prerouting in-interface=ether4 connection-mark=no-mark per-connection-classifier=both-addresses:4/2 action=mark-connection new-connection-mark=two
add chain=prerouting in-interface=ether4 connection-mark=no-mark per-connection-classifier=both-addresses:4/3 action=mark-connection new-connection-mark=three
add chain=prerouting in-interface=ether4 connection-mark=one action=mark-routing new-routing-mark=to1 passthrough=no
add chain=prerouting in-interface=ether4 connection-mark=two action=mark-routing new-routing-mark=to2 passthrough=no
add chain=prerouting in-interface=ether4 connection-mark=three action=mark-routing new-routing-mark=to3 passthrough=no
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
add chain=srcnat out-interface=ether2 action=masquerade
add chain=srcnat out-interface=ether3 action=masquerade
/ip route
add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=1
add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=2
add dst-address=0.0.0.0/0 gateway=30.30.30.1 check-gateway=ping distance=3
add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=1 routing-table=to1
add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=2 routing-table=to1
add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=1 routing-table=to2
add dst-address=0.0.0.0/0 gateway=30.30.30.1 check-gateway=ping distance=2 routing-table=to2
add dst-address=0.0.0.0/0 gateway=30.30.30.1 check-gateway=ping distance=1 routing-table=to3
add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=2 routing-table=to3
`;
