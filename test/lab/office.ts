/** Two DHCP lines, the second one with answers by itself; cameras on a VLAN that may not reach the office. RouterOS 7. */
export const office = `# by RouterOS 7.14
/interface list add name=WAN
/interface list add name=LAN
/interface list member add list=WAN interface=ether1
/interface list member add list=WAN interface=ether2
/interface list member add list=LAN interface=ether3
/interface vlan add interface=ether3 name=cameras vlan-id=20
/ip address add address=192.168.1.1/24 interface=ether3
/ip address add address=192.168.20.1/24 interface=cameras
/ip pool add name=lan ranges=192.168.1.100-192.168.1.200
/ip pool add name=cam ranges=192.168.20.100-192.168.20.200
/ip dhcp-server add address-pool=lan interface=ether3 name=lan disabled=no
/ip dhcp-server add address-pool=cam interface=cameras name=cam disabled=no
/ip dhcp-server network add address=192.168.1.0/24 gateway=192.168.1.1 dns-server=192.168.1.1
/ip dhcp-server network add address=192.168.20.0/24 gateway=192.168.20.1 dns-server=192.168.20.1
/ip dns set allow-remote-requests=yes servers=8.8.8.8
/ip dhcp-client add interface=ether1 default-route-distance=1
/ip dhcp-client add interface=ether2 default-route-distance=2
/routing table add fib name=to_2
/ip firewall mangle
add chain=prerouting in-interface=ether2 connection-state=new action=mark-connection new-connection-mark=c2
add chain=prerouting in-interface-list=LAN connection-mark=c2 action=mark-routing new-routing-mark=to_2
add chain=output connection-mark=c2 action=mark-routing new-routing-mark=to_2
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 routing-table=to_2
/ip firewall filter
add chain=input connection-state=established,related action=accept
add chain=input connection-state=invalid action=drop comment="bad state"
add chain=input protocol=icmp action=accept comment=ping
add chain=input in-interface-list=WAN protocol=tcp dst-port=22 src-address=1.2.3.0/24 action=accept comment=ssh
add chain=input in-interface-list=WAN action=drop comment="nothing else"
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=cameras out-interface=ether3 action=reject reject-with=icmp-admin-prohibited comment=apart
add chain=forward protocol=tcp dst-port=445 action=drop comment=smb
add chain=forward in-interface-list=WAN connection-nat-state=!dstnat connection-state=new action=drop comment="only forwards"
/ip firewall nat
add chain=srcnat out-interface-list=WAN action=masquerade
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=3389 action=dst-nat to-addresses=192.168.1.10 comment=desktop
add chain=dstnat in-interface=ether1 protocol=tcp dst-port=8080 action=dst-nat to-addresses=192.168.20.5 to-ports=80 comment=camera
add chain=dstnat in-interface-list=WAN protocol=udp dst-port=5060-5070 action=dst-nat to-addresses=192.168.1.11 comment=voip
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=445 action=dst-nat to-addresses=192.168.1.12 comment=closed
add chain=dstnat in-interface-list=WAN protocol=tcp dst-port=9000 action=dst-nat to-addresses=10.99.0.1 comment=elsewhere
`;
