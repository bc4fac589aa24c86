/ip firewall mangle add chain=prerouting action=mark-routing new-conection-mark=x
