/ip firewall filter add chain=input action=jump
