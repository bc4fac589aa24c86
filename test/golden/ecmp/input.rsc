# RouterOS 7.20.2
/ip address
add address=192.168.0.1/24 interface=ether4
add address=10.10.10.2/24 interface=ether1
add address=20.20.20.2/24 interface=ether2
/ip settings
set ipv4-multipath-hash-policy=l4
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
add action=masquerade chain=srcnat out-interface=ether2
/ip route
add gateway=10.10.10.1
add gateway=20.20.20.1
