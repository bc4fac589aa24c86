/ip firewall filter add chain=input action=drop protocol=tcp dst-port=90-80
