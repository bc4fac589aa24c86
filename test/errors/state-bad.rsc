/ip firewall filter add chain=input action=accept connection-state=established,relatd
