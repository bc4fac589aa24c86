# 2025-05-01 09:00:00 by RouterOS 7.16
/interface bridge
add name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=vlan10-office vlan-id=10
add interface=bridge name=vlan20-guest vlan-id=20
/interface list
add name=WAN
add name=LAN
/ip pool
add name=p10 ranges=10.10.10.50-10.10.10.200
add name=p20 ranges=10.10.20.50-10.10.20.200
/ip dhcp-server
add address-pool=p10 interface=vlan10-office name=office
add address-pool=p20 interface=vlan20-guest name=guest
/interface bridge port
add bridge=bridge frame-types=admit-only-vlan-tagged interface=ether3
add bridge=bridge frame-types=admit-only-untagged-and-priority-tagged interface=ether4 pvid=10
/interface bridge vlan
add bridge=bridge tagged=bridge,ether3 vlan-ids=10
add bridge=bridge tagged=bridge,ether3 vlan-ids=20
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=vlan10-office list=LAN
/ip address
add address=10.10.10.1/24 interface=vlan10-office network=10.10.10.0
add address=10.10.20.1/24 interface=vlan20-guest network=10.10.20.0
add address=203.0.113.130/30 interface=ether1 network=203.0.113.128
add address=198.51.100.6/30 interface=ether2 network=198.51.100.4
/ip dhcp-server network
add address=10.10.10.0/24 dns-server=10.10.10.1 gateway=10.10.10.1
add address=10.10.20.0/24 dns-server=10.10.20.1 gateway=10.10.20.1
/ip dns
set allow-remote-requests=yes servers=9.9.9.9
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=accept chain=input in-interface-list=LAN
add action=accept chain=input comment="guest DNS" dst-port=53 in-interface=vlan20-guest protocol=udp
add action=accept chain=input comment="guest DHCP" dst-port=67 in-interface=vlan20-guest protocol=udp
add action=drop chain=input
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=accept chain=forward in-interface-list=LAN out-interface-list=WAN
add action=accept chain=forward in-interface=vlan20-guest out-interface-list=WAN
add action=drop chain=forward
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.129
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.5
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
