# 2025-07-07 07:07:07 by RouterOS 7.18.2
/interface bridge
add name=trunk
/interface list
add name=WAN
add name=CLIENTS
/ip pool
add name=pppoe ranges=10.80.0.10-10.80.3.250
/ppp profile
add change-tcp-mss=yes interface-list=CLIENTS local-address=10.80.0.1 name=subs remote-address=pppoe
/routing table
add fib name=x1
add fib name=x2
/interface bridge port
add bridge=trunk interface=ether4
/interface list member
add interface=sfp1 list=WAN
add interface=sfp2 list=WAN
/interface pppoe-server server
add authentication=mschap2 default-profile=subs disabled=no interface=trunk one-session-per-host=yes service-name=net
/ip address
add address=203.0.113.98/28 interface=sfp1 network=203.0.113.96
add address=198.51.100.98/28 interface=sfp2 network=198.51.100.96
/ip dns
set servers=9.9.9.9
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=sfp1 new-connection-mark=c1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=sfp2 new-connection-mark=c2
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=CLIENTS new-connection-mark=c1 per-connection-classifier=src-address:2/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=CLIENTS new-connection-mark=c2 per-connection-classifier=src-address:2/1
add action=mark-routing chain=prerouting connection-mark=c1 dst-address=!10.80.0.0/22 dst-address-type=!local in-interface-list=CLIENTS new-routing-mark=x1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=c2 dst-address=!10.80.0.0/22 dst-address-type=!local in-interface-list=CLIENTS new-routing-mark=x2 passthrough=no
add action=mark-routing chain=output connection-mark=c1 new-routing-mark=x1 passthrough=no
add action=mark-routing chain=output connection-mark=c2 new-routing-mark=x2 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.97 routing-table=x1
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.97 routing-table=x1
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=198.51.100.97 routing-table=x2
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=203.0.113.97 routing-table=x2
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.97
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.97
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=none
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
