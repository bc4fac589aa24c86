/ip firewall filter add action=drop
