# 2025-06-01 10:00:00 by RouterOS 7.18.2
/ip address
add address=10.0.0.2 interface=ether1 network=10.0.0.1
add address=10.2.2.2/24 interface=ether2
add address=192.168.0.1/24 interface=ether4
/ip vrf
add interfaces=ether2 name=vrf2
/routing rule
add action=lookup src-address=192.168.0.7/32 table=main
/ip route
add gateway=10.0.0.1
add gateway=10.2.2.1 routing-table=vrf2
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade
