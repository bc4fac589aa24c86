/ip firewall mangle add chain=prerouting action=accept per-connection-classifier=both-adresses:2/0
