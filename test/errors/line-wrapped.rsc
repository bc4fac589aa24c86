/ip route
add gateway=10.0.0.1
distance=2
