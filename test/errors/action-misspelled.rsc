/ip firewall filter add chain=input action=droop
