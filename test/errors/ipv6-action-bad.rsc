/ipv6 firewall filter add chain=input action=dorp
