# Two lines by DHCP, three VLANs, a road warriors' WireGuard. RouterOS 7.
/interface bridge
add name=bridge vlan-filtering=yes
/interface wireguard
add comment="road warriors" listen-port=13231 mtu=1420 name=wg-roads
/interface vlan
add interface=bridge name=staff vlan-id=10
add interface=bridge name=voice vlan-id=20
add interface=bridge name=guests vlan-id=30
/interface list
add name=WAN
add name=LAN
/ip pool
add name=staff ranges=10.10.0.100-10.10.0.199
add name=voice ranges=10.20.0.100-10.20.0.199
add name=guests ranges=10.30.0.100-10.30.0.199
/ip dhcp-server
add address-pool=staff interface=staff name=staff
add address-pool=voice interface=voice name=voice
add address-pool=guests interface=guests name=guests
/routing table
add fib name=to_ISP2
/interface bridge port
add bridge=bridge interface=ether3
add bridge=bridge interface=ether4
/interface bridge vlan
add bridge=bridge tagged=bridge,ether3,ether4 vlan-ids=10,20,30
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=staff list=LAN
add interface=voice list=LAN
add interface=guests list=LAN
add interface=wg-roads list=LAN
/interface wireguard peers
add allowed-address=10.99.0.2/32 comment="laptop" interface=wg-roads name=laptop public-key="jMXd7mYcIXqRbiMcb5MNu2ZPFJYJXdAJGRHHjbe5dT8="
/ip address
add address=10.10.0.1/24 interface=staff network=10.10.0.0
add address=10.20.0.1/24 interface=voice network=10.20.0.0
add address=10.30.0.1/24 interface=guests network=10.30.0.0
add address=10.99.0.1/24 interface=wg-roads network=10.99.0.0
/ip dhcp-client
# jalur-ignore probes/unchecked: the example shows what a line costs that dies behind its live modem
add default-route-distance=1 interface=ether1 use-peer-dns=no
add default-route-distance=2 default-route-tables=main,to_ISP2 interface=ether2 use-peer-dns=no
/ip dhcp-server network
add address=10.10.0.0/24 dns-server=10.10.0.1 gateway=10.10.0.1
add address=10.20.0.0/24 dns-server=10.20.0.1 gateway=10.20.0.1
add address=10.30.0.0/24 dns-server=10.30.0.1 gateway=10.30.0.1
/ip dns
set allow-remote-requests=yes servers=1.1.1.1,9.9.9.9
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=accept chain=input comment="road warriors" dst-port=13231 in-interface-list=WAN protocol=udp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward comment="guests: the Internet only" in-interface=guests out-interface-list=LAN
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=mark-connection chain=prerouting comment="came in by ISP2: answers leave by ISP2" connection-mark=no-mark connection-state=new in-interface=ether2 new-connection-mark=ISP2
add action=mark-routing chain=output connection-mark=ISP2 new-routing-mark=to_ISP2 passthrough=no
add action=mark-routing chain=prerouting connection-mark=ISP2 in-interface-list=LAN new-routing-mark=to_ISP2 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/routing rule
add action=lookup-only-in-table comment="our own networks are found in main" dst-address=10.0.0.0/8 table=main
add action=lookup comment="guests leave by ISP2, by ISP1 where it is down" src-address=10.30.0.0/24 table=to_ISP2
/system identity
set name=dhcp-vlan-wireguard
