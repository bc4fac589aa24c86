# One line, a LAN, guests behind a hotspot, a site behind an IPsec tunnel.
/ip address
add address=198.51.100.2/30 interface=ether1
add address=192.168.1.1/24 interface=ether2
add address=10.5.50.1/24 interface=ether3
/ip hotspot
add address-pool=guests disabled=no interface=ether3 name=guests
/ip ipsec policy
add dst-address=10.9.0.0/16 peer=site src-address=192.168.1.0/24 tunnel=yes
/ip firewall nat
add action=accept chain=srcnat dst-address=10.9.0.0/16 src-address=192.168.1.0/24
add action=masquerade chain=srcnat out-interface=ether1
/ip route
add gateway=198.51.100.1
