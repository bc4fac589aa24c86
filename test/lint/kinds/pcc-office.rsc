# 2025-02-11 10:20:31 by RouterOS 7.16.2
# software id = ABCD-1234
#
# model = RB4011iGS+
/interface bridge
add name=bridge-lan
/interface ethernet
set [ find default-name=ether1 ] name=ether1-fiber
set [ find default-name=ether2 ] name=ether2-cable
/interface list
add name=WAN
add name=LAN
/ip pool
add name=pool-lan ranges=192.168.20.50-192.168.20.200
/ip dhcp-server
add address-pool=pool-lan interface=bridge-lan name=dhcp-lan
/routing table
add disabled=no fib name=via-fiber
add disabled=no fib name=via-cable
/interface bridge port
add bridge=bridge-lan interface=ether3
add bridge=bridge-lan interface=ether4
add bridge=bridge-lan interface=ether5
/ip neighbor discovery-settings
set discover-interface-list=LAN
/interface list member
add interface=ether1-fiber list=WAN
add interface=ether2-cable list=WAN
add interface=bridge-lan list=LAN
/ip address
add address=192.168.20.1/24 interface=bridge-lan network=192.168.20.0
add address=203.0.113.10/29 interface=ether1-fiber network=203.0.113.8
add address=198.51.100.26/30 interface=ether2-cable network=198.51.100.24
/ip dhcp-server network
add address=192.168.20.0/24 dns-server=192.168.20.1 gateway=192.168.20.1
/ip dns
set allow-remote-requests=yes servers=9.9.9.9,149.112.112.112
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=accept chain=input comment="vpn" dst-port=1194 in-interface-list=WAN protocol=tcp
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=accept chain=prerouting dst-address=203.0.113.8/29 in-interface=bridge-lan
add action=accept chain=prerouting dst-address=198.51.100.24/30 in-interface=bridge-lan
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=ether1-fiber new-connection-mark=fiber-conn
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=ether2-cable new-connection-mark=cable-conn
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=bridge-lan new-connection-mark=fiber-conn per-connection-classifier=both-addresses:2/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=bridge-lan new-connection-mark=cable-conn per-connection-classifier=both-addresses:2/1
add action=mark-routing chain=prerouting connection-mark=fiber-conn dst-address-type=!local in-interface=bridge-lan new-routing-mark=via-fiber passthrough=no
add action=mark-routing chain=prerouting connection-mark=cable-conn dst-address-type=!local in-interface=bridge-lan new-routing-mark=via-cable passthrough=no
add action=mark-routing chain=output connection-mark=fiber-conn new-routing-mark=via-fiber passthrough=no
add action=mark-routing chain=output connection-mark=cable-conn new-routing-mark=via-cable passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.9 routing-table=via-fiber
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.25 routing-table=via-fiber
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=198.51.100.25 routing-table=via-cable
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=203.0.113.9 routing-table=via-cable
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.9 routing-table=main
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=198.51.100.25 routing-table=main
/ip service
set telnet disabled=yes
set ftp disabled=yes
set www disabled=yes
set api disabled=yes
set api-ssl disabled=yes
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
