# jan/02/2021 10:00:00 by RouterOS 6.48.6
/ip address
add address=192.168.0.1/24 interface=ether4
add address=192.168.9.1/24 interface=ether5
add address=10.10.10.2/24 interface=ether1
add address=20.20.20.2/24 interface=ether2
/ip settings
set rp-filter=loose
/ip firewall address-list
add address=192.168.9.0/24 list=guests
/ip firewall mangle
add action=mark-routing chain=prerouting in-interface=ether5 new-routing-mark=guests passthrough=no src-address-list=guests
add action=mark-routing chain=prerouting in-interface=ether4 new-routing-mark=second nth=3,3 connection-state=new
/ip route
add check-gateway=ping distance=1 gateway=10.10.10.1,10.10.10.1,20.20.20.1
add distance=1 gateway=20.20.20.1 routing-mark=guests
add distance=2 routing-mark=guests type=blackhole
add distance=1 dst-address=10.99.0.0/16 type=prohibit
add distance=1 gateway=20.20.20.1 pref-src=20.20.20.2 dst-address=198.51.100.0/24
/ip route rule
add dst-address=192.168.0.0/16 table=main
add action=lookup-only-in-table interface=ether5 table=guests
add action=drop src-address=192.168.9.66/32
add action=unreachable routing-mark=second dst-address=10.0.0.0/8
