# 2025-02-20 20:20:20 by RouterOS 7.17.2
/interface bridge
add name=lan
/interface list
add name=WAN
/routing table
add fib name=isp-b
/interface bridge port
add bridge=lan interface=ether3
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
/ip address
add address=192.168.40.1/24 interface=lan network=192.168.40.0
add address=192.168.41.1/24 interface=lan network=192.168.41.0
add address=203.0.113.18/29 interface=ether1 network=203.0.113.16
add address=198.51.100.10/29 interface=ether2 network=198.51.100.8
/ip firewall address-list
add address=192.168.40.100-192.168.40.150 list=by-isp-b
add address=192.168.40.5 list=by-isp-b
add address=192.168.40.0/24 list=local
add address=192.168.41.0/24 list=local
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=accept chain=input src-address-list=local
add action=drop chain=input
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=accept chain=forward src-address-list=local
add action=drop chain=forward
/ip firewall mangle
add action=mark-routing chain=prerouting dst-address-list=!local dst-address-type=!local new-routing-mark=isp-b passthrough=no src-address-list=by-isp-b
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.17
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.9
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=198.51.100.9 routing-table=isp-b
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=none
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
