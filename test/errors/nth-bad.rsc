/ip firewall mangle add chain=prerouting action=accept nth=2
