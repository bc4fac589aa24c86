# PCC 3 lines, RouterOS v6.49
/interface ethernet set ether1 name=WAN1
/interface ethernet set ether2 name=WAN2
/interface ethernet set ether3 name=WAN3
/interface ethernet set ether5 name=LAN

/ip address add address=192.168.101.2/24 interface=WAN1
/ip address add address=192.168.102.2/24 interface=WAN2
/ip address add address=192.168.103.2/24 interface=WAN3
/ip address add address=10.10.0.1/22 interface=LAN

/ip firewall address-list add list=modems address=192.168.101.0/24
/ip firewall address-list add list=modems address=192.168.102.0/24
/ip firewall address-list add list=modems address=192.168.103.0/24

/ip firewall mangle
add chain=prerouting in-interface=LAN dst-address-list=modems action=accept
add chain=prerouting in-interface=WAN1 connection-mark=no-mark action=mark-connection new-connection-mark=WAN1_conn
add chain=prerouting in-interface=WAN2 connection-mark=no-mark action=mark-connection new-connection-mark=WAN2_conn
add chain=prerouting in-interface=WAN3 connection-mark=no-mark action=mark-connection new-connection-mark=WAN3_conn
add chain=prerouting in-interface=LAN connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/0 action=mark-connection new-connection-mark=WAN1_conn
add chain=prerouting in-interface=LAN connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/1 action=mark-connection new-connection-mark=WAN2_conn
add chain=prerouting in-interface=LAN connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/2 action=mark-connection new-connection-mark=WAN3_conn
add chain=prerouting in-interface=LAN connection-mark=WAN1_conn action=mark-routing new-routing-mark=to_WAN1 passthrough=no
add chain=prerouting in-interface=LAN connection-mark=WAN2_conn action=mark-routing new-routing-mark=to_WAN2 passthrough=no
add chain=prerouting in-interface=LAN connection-mark=WAN3_conn action=mark-routing new-routing-mark=to_WAN3 passthrough=no
add chain=output connection-mark=WAN1_conn action=mark-routing new-routing-mark=to_WAN1 passthrough=no
add chain=output connection-mark=WAN2_conn action=mark-routing new-routing-mark=to_WAN2 passthrough=no
add chain=output connection-mark=WAN3_conn action=mark-routing new-routing-mark=to_WAN3 passthrough=no

/ip firewall nat
add chain=srcnat out-interface=WAN1 action=masquerade
add chain=srcnat out-interface=WAN2 action=masquerade
add chain=srcnat out-interface=WAN3 action=masquerade

/ip route
add gateway=192.168.101.1 routing-mark=to_WAN1 check-gateway=ping
add gateway=192.168.102.1 routing-mark=to_WAN2 check-gateway=ping
add gateway=192.168.103.1 routing-mark=to_WAN3 check-gateway=ping
add gateway=192.168.101.1 distance=1 check-gateway=ping
add gateway=192.168.102.1 distance=2 check-gateway=ping
add gateway=192.168.103.1 distance=3 check-gateway=ping
