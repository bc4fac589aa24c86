# 2025-06-21 15:00:12 by RouterOS 7.18.2
/interface bridge
add name=br-lan
/interface list
add name=WAN
add name=LAN
/routing table
add fib name=WAN2
/interface bridge port
add bridge=br-lan interface=ether3
add bridge=br-lan interface=ether4
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=br-lan list=LAN
/ip address
add address=172.20.0.1/24 interface=br-lan network=172.20.0.0
add address=203.0.113.66/28 interface=ether1 network=203.0.113.64
add address=198.51.100.194/28 interface=ether2 network=198.51.100.192
/ip dns
set servers=9.9.9.9
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=mark-connection chain=prerouting comment="came in by WAN2" connection-mark=no-mark connection-state=new in-interface=ether2 new-connection-mark=in-wan2
add action=mark-routing chain=prerouting comment="answer by WAN2" connection-mark=in-wan2 in-interface=br-lan new-routing-mark=WAN2 passthrough=no
add action=mark-routing chain=output connection-mark=in-wan2 new-routing-mark=WAN2 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat comment=hairpin dst-address=172.20.0.0/24 src-address=172.20.0.0/24
add action=masquerade chain=srcnat out-interface-list=WAN
add action=dst-nat chain=dstnat comment="web, line 1" dst-address=203.0.113.66 dst-port=443 protocol=tcp to-addresses=172.20.0.20
add action=dst-nat chain=dstnat comment="web, line 2" dst-address=198.51.100.194 dst-port=443 protocol=tcp to-addresses=172.20.0.20
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.65
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.193
add check-gateway=ping dst-address=0.0.0.0/0 gateway=198.51.100.193 routing-table=WAN2
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
