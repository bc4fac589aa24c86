/ip route addd gateway=10.0.0.1
