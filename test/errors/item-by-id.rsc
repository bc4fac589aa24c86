/ip route remove *1F
