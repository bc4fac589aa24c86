# jan/02/2022 10:00:00 by RouterOS 6.48.6
/ip route add gateway=10.0.0.1 routing-table=isp1
