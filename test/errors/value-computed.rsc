/ip route add gateway=[/ip dhcp-client get [find interface=ether1] gateway]
