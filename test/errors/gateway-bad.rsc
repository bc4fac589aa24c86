/ip route add gateway=10.0.0
