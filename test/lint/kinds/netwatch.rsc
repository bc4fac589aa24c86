# 2024-03-18 07:35:00 by RouterOS 7.14
/interface bridge
add name=bridge
/interface list
add name=WAN
add name=LAN
/interface bridge port
add bridge=bridge interface=ether3
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=bridge list=LAN
/ip address
add address=192.168.50.1/24 interface=bridge network=192.168.50.0
add address=192.168.1.10/24 interface=ether1 network=192.168.1.0
add address=192.168.2.10/24 interface=ether2 network=192.168.2.0
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=principal distance=1 dst-address=0.0.0.0/0 gateway=192.168.1.1
add comment=respaldo distance=2 dst-address=0.0.0.0/0 gateway=192.168.2.1
add comment=sonda dst-address=1.0.0.1/32 gateway=192.168.1.1
/ip service
set telnet disabled=yes
set ftp disabled=yes
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
/tool netwatch
add comment="internet por principal" down-script="/ip route disable [find comment=\"principal\"]\r\n/log warning \"principal caido\"" host=1.0.0.1 interval=10s timeout=1s type=simple up-script="/ip route enable [find comment=\"principal\"]\r\n/log warning \"principal arriba\""
