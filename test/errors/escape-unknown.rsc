/ip route add gateway=10.0.0.1 comment="50\% of it"
