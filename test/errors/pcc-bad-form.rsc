/ip firewall mangle add chain=prerouting action=accept per-connection-classifier=src-address:2
