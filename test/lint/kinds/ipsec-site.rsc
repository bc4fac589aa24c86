# 2025-09-09 09:09:09 by RouterOS 7.19.4
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
/ip ipsec peer
add address=192.0.2.55/32 exchange-mode=ike2 local-address=203.0.113.50 name=branch
/ip ipsec identity
add peer=branch
/ip ipsec policy
add dst-address=192.168.70.0/24 peer=branch src-address=192.168.60.0/24 tunnel=yes
/ip address
add address=192.168.60.1/24 interface=bridge network=192.168.60.0
add address=203.0.113.50/29 interface=ether1 network=203.0.113.48
add address=198.51.100.50/29 interface=ether2 network=198.51.100.48
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=accept chain=input dst-port=500,4500 in-interface-list=WAN protocol=udp src-address=192.0.2.55
add action=accept chain=input in-interface-list=WAN protocol=ipsec-esp src-address=192.0.2.55
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward ipsec-policy=in,ipsec
add action=accept chain=forward ipsec-policy=out,ipsec
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=accept chain=srcnat dst-address=192.168.70.0/24 src-address=192.168.60.0/24
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.49
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.49
add distance=1 dst-address=192.0.2.55/32 gateway=203.0.113.49
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
