# mar/03/2022 08:11:54 by RouterOS 6.49.7
/interface bridge
add name=bridge1
/interface bridge port
add bridge=bridge1 interface=ether3
add bridge=bridge1 interface=ether4
/interface list
add name=WAN
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
/ip address
add address=192.168.88.1/24 interface=bridge1 network=192.168.88.0
add address=192.0.2.2/30 interface=ether1 network=192.0.2.0
add address=198.51.100.130/29 interface=ether2 network=198.51.100.128
/ip firewall filter
add action=accept chain=input connection-state=established,related
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=ISP1 check-gateway=ping distance=1 gateway=208.67.222.222
add comment=ISP2 check-gateway=ping distance=2 gateway=208.67.220.220
add distance=1 dst-address=208.67.222.222/32 gateway=192.0.2.1 scope=10
add distance=1 dst-address=208.67.220.220/32 gateway=198.51.100.129 scope=10
add distance=20 dst-address=208.67.222.222/32 type=blackhole
add distance=20 dst-address=208.67.220.220/32 type=blackhole
/ip service
set telnet disabled=yes
set ftp disabled=yes
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
/tool bandwidth-server
set enabled=no
/ip neighbor discovery-settings
set discover-interface-list=none
