# by RouterOS 7.15
/interface wireguard
add listen-port=13231 name=wg1
/interface wireguard peers
add endpoint-address=198.51.100.99 endpoint-port=13231 interface=wg1 public-key="k" allowed-address=0.0.0.0/0
/ip address
add address=203.0.113.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
add address=10.9.0.2/24 interface=wg1
/ip firewall filter
add chain=forward connection-state=established,related action=accept
add chain=forward in-interface=!ether2 connection-state=new action=drop
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
add chain=srcnat action=masquerade out-interface=wg1
/ip route
add gateway=203.0.113.1 distance=2
add gateway=wg1
