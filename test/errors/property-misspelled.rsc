/ip firewall mangle add chain=prerouting per-conection-classifier=both-addresses:2/0 action=accept
