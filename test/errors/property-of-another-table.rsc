# 2025-06-01 10:00:00 by RouterOS 7.20.2
/ip firewall nat add chain=srcnat action=masquerade connection-state=new
/ip firewall filter add chain=forward action=drop to-addresses=10.0.0.1 passthrough=no
