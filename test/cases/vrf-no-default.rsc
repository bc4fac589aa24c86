# 2025-06-01 10:00:00 by RouterOS 7.18.2
/interface ethernet
set [ find default-name=ether1 ] name=ether1
set [ find default-name=ether2 ] name=ether2
set [ find default-name=ether4 ] name=ether4
/ip address
add address=10.1.1.2/24 interface=ether1
add address=10.2.2.2/24 interface=ether2
add address=192.168.0.1/24 interface=ether4
/ip vrf
add interfaces=ether2 name=vrf2
/ip route
add gateway=10.1.1.1
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
