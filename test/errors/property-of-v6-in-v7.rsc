# 2026-01-31 12:00:00 by RouterOS 7.20.2
/routing table add fib name=isp1
/ip route add gateway=10.0.0.1 routing-mark=isp1
