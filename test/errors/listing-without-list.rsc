/ip firewall filter add chain=input action=add-src-to-address-list
