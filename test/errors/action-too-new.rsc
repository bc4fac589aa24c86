# 2025-06-01 10:00:00 by RouterOS 7.18
/ip firewall nat add chain=dstnat action=socksify socksify-service=s1
