# 2025-06-01 10:00:00 by RouterOS 7.22.1
/ip firewall filter add chain=forward action=fasttrack-connection hw-offload=yes
/ip firewall mangle add chain=prerouting action=accept p2p=all-p2p
