# apr/22/2023 16:45:12 by RouterOS 6.49.8
/interface bridge
add name=bridge1
/interface bridge port
add bridge=bridge1 interface=ether4
/interface list
add name=WAN
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
/ip address
add address=172.16.5.1/24 interface=bridge1 network=172.16.5.0
add address=10.0.1.2/24 interface=ether1 network=10.0.1.0
add address=10.0.2.2/24 interface=ether2 network=10.0.2.0
/ip firewall filter
add action=accept chain=input connection-state=established,related
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat in-interface-list=WAN
/ip firewall mangle
add action=mark-packet chain=forward in-interface-list=WAN new-packet-mark=down passthrough=no
add action=mark-packet chain=forward new-packet-mark=up out-interface-list=WAN passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/queue tree
add max-limit=50M name=download packet-mark=down parent=global queue=pcq-download-default
add max-limit=10M name=upload packet-mark=up parent=global queue=pcq-upload-default
/ip route
add check-gateway=ping distance=1 gateway=10.0.1.1
add check-gateway=ping distance=2 gateway=10.0.2.1
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=none
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
/tool bandwidth-server
set enabled=no
