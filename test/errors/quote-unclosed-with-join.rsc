/ip route
add comment="main line \
    to the provider gateway=10.0.0.1
add gateway=10.0.0.2
