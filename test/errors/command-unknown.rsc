/ip route replace gateway=10.0.0.1
