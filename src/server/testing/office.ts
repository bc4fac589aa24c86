/** Two lines with leases, half of the connections by each, and a LAN with DHCP and DNS. */
export const officeText = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/routing table add fib name=to_ISP1
/routing table add fib name=to_ISP2
/ip address add address=192.168.0.1/24 interface=ether4
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether4 new-connection-mark=one per-connection-classifier=both-addresses:2/0
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether4 new-connection-mark=two per-connection-classifier=both-addresses:2/1
add action=mark-routing chain=prerouting connection-mark=one in-interface=ether4 new-routing-mark=to_ISP1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=two in-interface=ether4 new-routing-mark=to_ISP2 passthrough=no
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=ISP1 dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
add comment=ISP2 dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9 target-scope=11
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 routing-table=to_ISP1 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9 routing-table=to_ISP1 target-scope=11
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=9.9.9.9 routing-table=to_ISP2 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=8.8.4.4 routing-table=to_ISP2 target-scope=11

/ip dhcp-client add interface=ether1 add-default-route=no
/ip dhcp-client add interface=ether2 add-default-route=no
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dns set allow-remote-requests=yes servers=8.8.4.4
/ip firewall filter
add action=drop chain=output connection-state=invalid
add action=add-src-to-address-list chain=forward address-list=seen address-list-timeout=1h in-interface=ether4
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
`;
