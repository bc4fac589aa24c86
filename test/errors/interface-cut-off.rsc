/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
/ip address add address=10.0.0.1/24 interface=ether
