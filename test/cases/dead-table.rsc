# by RouterOS 7.15
/ip address
add address=203.0.113.2/24 interface=ether1
add address=198.51.100.2/24 interface=ether3
add address=192.168.0.1/24 interface=ether2
/routing table
add name=to_two fib
/ip firewall mangle
add chain=prerouting in-interface=ether3 connection-state=new action=mark-connection new-connection-mark=two
add chain=prerouting in-interface=ether2 connection-mark=two action=mark-routing new-routing-mark=to_two
add chain=output connection-mark=two action=mark-routing new-routing-mark=to_two
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=!ether2 connection-state=new action=drop
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=ether3
/ip route
add gateway=203.0.113.1 check-gateway=ping
add gateway=198.51.100.1 distance=2 check-gateway=ping
