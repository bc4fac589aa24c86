/ip route set 0 distance=2
