/ip firewall filter add chain=input action=drop protocol=tcp dst-port=80-70000
