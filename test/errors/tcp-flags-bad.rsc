/ip firewall mangle add chain=forward action=change-mss new-mss=1400 protocol=tcp tcp-flags=sy
