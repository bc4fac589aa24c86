/ip route set backup distance=2
