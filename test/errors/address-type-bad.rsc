/ip firewall mangle add chain=prerouting action=accept dst-address-type=!locale
