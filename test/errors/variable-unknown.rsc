/ip route add gateway=$wan1
