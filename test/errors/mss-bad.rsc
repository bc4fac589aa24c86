/ip firewall mangle add chain=forward action=change-mss new-mss=clamp protocol=tcp
