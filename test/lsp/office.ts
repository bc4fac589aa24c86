/** Two lines, a third of the connections for the first: what the editor's tests ask about. */
export const office = `# 2026-11-29 10:00:00 by RouterOS 7.16
/interface ethernet
set [ find default-name=ether1 ] comment=ISP1 name=wan1
set [ find default-name=ether2 ] comment=ISP2 name=wan2
/interface list
add name=WAN
/routing table
add fib name=to_ISP1
add fib name=to_ISP2
/interface list member
add interface=wan1 list=WAN
add interface=wan2 list=WAN
/ip address
add address=10.0.1.2/24 interface=wan1
add address=10.0.2.2/24 interface=wan2
add address=192.168.88.1/24 interface=ether3
/ip firewall address-list
add address=192.168.88.0/24 list=office
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=wan1 new-connection-mark=c1
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=wan2 new-connection-mark=c2
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether3 new-connection-mark=c1 per-connection-classifier=both-addresses:3/0 src-address-list=office
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether3 new-connection-mark=c2 per-connection-classifier=both-addresses:3/1 src-address-list=office
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether3 new-connection-mark=c2 per-connection-classifier=both-addresses:3/2 src-address-list=office
add action=mark-routing chain=prerouting connection-mark=c1 in-interface=ether3 new-routing-mark=to_ISP1
add action=mark-routing chain=prerouting connection-mark=c2 in-interface=ether3 new-routing-mark=to_ISP2
add action=mark-routing chain=output connection-mark=c1 new-routing-mark=to_ISP1
add action=mark-routing chain=output connection-mark=c2 new-routing-mark=to_ISP2
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping gateway=10.0.1.1 routing-table=to_ISP1
add check-gateway=ping gateway=10.0.2.1 routing-table=to_ISP2
add check-gateway=ping gateway=10.0.1.1
add check-gateway=ping distance=2 gateway=10.0.2.1
/system script
add name=switch source="/ip route disable [find routing-table=to_ISP1]\\r\\n/interface disable wan1"
`;
