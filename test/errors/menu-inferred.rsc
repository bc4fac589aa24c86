add chain=srcnat action=masquerade out-interface=ether1
