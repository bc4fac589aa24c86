/ip firewall filter add chain=input dst=10.0.0.1 action=drop
