/ip route set distance=2
