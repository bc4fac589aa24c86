/ip firewall mangle add chain=postrouting action=masquerade out-interface=ether1
