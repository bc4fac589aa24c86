/ip firewall filter add chain=input action=accept protocol=icmp icmp-options=echo
