# RouterOS 7.20.2
/ip address
add address=192.168.0.1/24 interface=ether4
add address=203.0.113.2/24 interface=ether1
/ip route
add gateway=203.0.113.1
/ip firewall nat
add action=accept chain=srcnat dst-address=10.8.0.0/16
add action=src-nat chain=srcnat out-interface=ether1 src-address=192.168.0.5 to-addresses=203.0.113.5
add action=netmap chain=srcnat out-interface=ether1 src-address=192.168.1.0/24 to-addresses=198.51.100.0-198.51.100.255
add action=masquerade chain=srcnat out-interface=ether1 protocol=tcp to-ports=20000-30000
add action=masquerade chain=srcnat out-interface=ether1
add action=dst-nat chain=dstnat dst-address=203.0.113.2 dst-port=80,443 protocol=tcp to-addresses=192.168.0.10
add action=dst-nat chain=dstnat dst-port=2222 in-interface=ether1 protocol=tcp to-addresses=192.168.0.10 to-ports=22
add action=redirect chain=dstnat dst-port=53 in-interface=ether4 protocol=udp to-ports=53
add action=netmap chain=dstnat dst-address=198.51.100.0/24 in-interface=ether1 to-addresses=192.168.1.0-192.168.1.255
/ip firewall mangle
add action=change-mss chain=forward new-mss=clamp-to-pmtu out-interface=ether1 passthrough=yes protocol=tcp tcp-flags=syn
add action=change-ttl chain=postrouting new-ttl=set:64 out-interface=ether1 passthrough=yes
add action=change-dscp chain=postrouting new-dscp=0 out-interface=ether1 passthrough=no
