/ip firewall filter add chain=input action=accept limit=fast
