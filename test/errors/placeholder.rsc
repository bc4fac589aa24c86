/ip route add gateway=<isp1-gateway>
