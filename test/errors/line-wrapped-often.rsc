/ip firewall mangle
add chain=prerouting action=mark-
connection new-connection-
mark=ISP1 in-interface=ether1
