# RouterOS 7.20.2: eight uplinks, sixteen buckets, weights 4 3 2 2 2 1 1 1
/routing table
add fib name=to1
add fib name=to2
add fib name=to3
add fib name=to4
add fib name=to5
add fib name=to6
add fib name=to7
add fib name=to8
/ip address
add address=192.168.0.1/24 interface=ether9
add address=10.0.1.2/24 interface=ether1
add address=10.0.2.2/24 interface=ether2
add address=10.0.3.2/24 interface=ether3
add address=10.0.4.2/24 interface=ether4
add address=10.0.5.2/24 interface=ether5
add address=10.0.6.2/24 interface=ether6
add address=10.0.7.2/24 interface=ether7
add address=10.0.8.2/24 interface=ether8
/ip firewall mangle
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether1 new-connection-mark=wan1
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether2 new-connection-mark=wan2
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether3 new-connection-mark=wan3
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether4 new-connection-mark=wan4
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether5 new-connection-mark=wan5
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether6 new-connection-mark=wan6
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether7 new-connection-mark=wan7
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether8 new-connection-mark=wan8
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan1 per-connection-classifier=src-address-and-port:16/0
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan1 per-connection-classifier=src-address-and-port:16/1
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan1 per-connection-classifier=src-address-and-port:16/2
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan1 per-connection-classifier=src-address-and-port:16/3
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan2 per-connection-classifier=src-address-and-port:16/4
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan2 per-connection-classifier=src-address-and-port:16/5
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan2 per-connection-classifier=src-address-and-port:16/6
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan3 per-connection-classifier=src-address-and-port:16/7
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan3 per-connection-classifier=src-address-and-port:16/8
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan4 per-connection-classifier=src-address-and-port:16/9
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan4 per-connection-classifier=src-address-and-port:16/10
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan5 per-connection-classifier=src-address-and-port:16/11
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan5 per-connection-classifier=src-address-and-port:16/12
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan6 per-connection-classifier=src-address-and-port:16/13
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan7 per-connection-classifier=src-address-and-port:16/14
add action=mark-connection chain=prerouting connection-mark=no-mark dst-address-type=!local in-interface=ether9 new-connection-mark=wan8 per-connection-classifier=src-address-and-port:16/15
add action=mark-routing chain=prerouting connection-mark=wan1 in-interface=ether9 new-routing-mark=to1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan2 in-interface=ether9 new-routing-mark=to2 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan3 in-interface=ether9 new-routing-mark=to3 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan4 in-interface=ether9 new-routing-mark=to4 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan5 in-interface=ether9 new-routing-mark=to5 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan6 in-interface=ether9 new-routing-mark=to6 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan7 in-interface=ether9 new-routing-mark=to7 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan8 in-interface=ether9 new-routing-mark=to8 passthrough=no
add action=mark-routing chain=output connection-mark=wan1 new-routing-mark=to1 passthrough=no
add action=mark-routing chain=output connection-mark=wan2 new-routing-mark=to2 passthrough=no
add action=mark-routing chain=output connection-mark=wan3 new-routing-mark=to3 passthrough=no
add action=mark-routing chain=output connection-mark=wan4 new-routing-mark=to4 passthrough=no
add action=mark-routing chain=output connection-mark=wan5 new-routing-mark=to5 passthrough=no
add action=mark-routing chain=output connection-mark=wan6 new-routing-mark=to6 passthrough=no
add action=mark-routing chain=output connection-mark=wan7 new-routing-mark=to7 passthrough=no
add action=mark-routing chain=output connection-mark=wan8 new-routing-mark=to8 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
add action=masquerade chain=srcnat out-interface=ether2
add action=masquerade chain=srcnat out-interface=ether3
add action=masquerade chain=srcnat out-interface=ether4
add action=masquerade chain=srcnat out-interface=ether5
add action=masquerade chain=srcnat out-interface=ether6
add action=masquerade chain=srcnat out-interface=ether7
add action=masquerade chain=srcnat out-interface=ether8
/ip route
add check-gateway=ping distance=1 gateway=10.0.1.1
add check-gateway=ping gateway=10.0.1.1 routing-table=to1
add check-gateway=ping distance=2 gateway=10.0.2.1
add check-gateway=ping gateway=10.0.2.1 routing-table=to2
add check-gateway=ping distance=3 gateway=10.0.3.1
add check-gateway=ping gateway=10.0.3.1 routing-table=to3
add check-gateway=ping distance=4 gateway=10.0.4.1
add check-gateway=ping gateway=10.0.4.1 routing-table=to4
add check-gateway=ping distance=5 gateway=10.0.5.1
add check-gateway=ping gateway=10.0.5.1 routing-table=to5
add check-gateway=ping distance=6 gateway=10.0.6.1
add check-gateway=ping gateway=10.0.6.1 routing-table=to6
add check-gateway=ping distance=7 gateway=10.0.7.1
add check-gateway=ping gateway=10.0.7.1 routing-table=to7
add check-gateway=ping distance=8 gateway=10.0.8.1
add check-gateway=ping gateway=10.0.8.1 routing-table=to8
