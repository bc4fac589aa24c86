# 2025-06-01 10:00:00 by RouterOS 6.49.10
/interface ethernet
set [ find default-name=ether1 ] comment="Fibre of the house" name=wan-fibre
set [ find default-name=ether2 ] comment="Radio of the neighbour" name=wan-radio
/interface list
add name=WAN
add name=LAN
/interface list member
add interface=wan-fibre list=WAN
add interface=wan-radio list=WAN
add interface=ether3 list=LAN
add interface=ether4 list=LAN
/ip address
add address=10.1.1.2/24 interface=wan-fibre
add address=10.2.2.2/24 interface=wan-radio
add address=192.168.3.1/24 interface=ether3
add address=192.168.4.1/24 interface=ether4
/ip dhcp-server lease
add address=192.168.4.20 comment=nas mac-address=02:00:00:00:00:20
/ip dns static
add address=192.168.3.30 name=printer.lan
/ip firewall filter
add action=drop chain=forward comment="the printer stays \
    inside" out-interface-list=WAN \
    src-address=192.168.3.30
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add distance=1 gateway=10.1.1.1 check-gateway=ping
add distance=1 gateway=10.2.2.1
