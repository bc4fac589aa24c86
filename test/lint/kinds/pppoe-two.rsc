# 2025-04-09 18:21:33 by RouterOS 7.19
/interface bridge
add name=bridge
/interface pppoe-client
add add-default-route=no disabled=no interface=ether1 name=pppoe-a user=a@isp
add add-default-route=no disabled=no interface=ether2 name=pppoe-b user=b@isp
/interface list
add name=WAN
add name=LAN
/routing table
add fib name=rt-a
add fib name=rt-b
/interface bridge port
add bridge=bridge interface=ether3
add bridge=bridge interface=ether4
/interface list member
add interface=pppoe-a list=WAN
add interface=pppoe-b list=WAN
add interface=bridge list=LAN
/ip address
add address=10.44.0.1/24 interface=bridge network=10.44.0.0
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=pppoe-a new-connection-mark=a
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=pppoe-b new-connection-mark=b
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=a per-connection-classifier=both-addresses-and-ports:3/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=a per-connection-classifier=both-addresses-and-ports:3/1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=b per-connection-classifier=both-addresses-and-ports:3/2
add action=mark-routing chain=prerouting connection-mark=a dst-address-type=!local in-interface-list=LAN new-routing-mark=rt-a passthrough=no
add action=mark-routing chain=prerouting connection-mark=b dst-address-type=!local in-interface-list=LAN new-routing-mark=rt-b passthrough=no
add action=mark-routing chain=output connection-mark=a new-routing-mark=rt-a passthrough=no
add action=mark-routing chain=output connection-mark=b new-routing-mark=rt-b passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add distance=1 dst-address=0.0.0.0/0 gateway=pppoe-a
add distance=2 dst-address=0.0.0.0/0 gateway=pppoe-b
add distance=1 dst-address=0.0.0.0/0 gateway=pppoe-a routing-table=rt-a
add distance=2 dst-address=0.0.0.0/0 gateway=pppoe-b routing-table=rt-a
add distance=1 dst-address=0.0.0.0/0 gateway=pppoe-b routing-table=rt-b
add distance=2 dst-address=0.0.0.0/0 gateway=pppoe-a routing-table=rt-b
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
