# Two PPPoE lines that share the load, an LTE modem in reserve, MikroTik's factory firewall. RouterOS 7.
/interface bridge
add name=bridge
/interface ethernet
set [ find default-name=ether1 ] comment="fibre of ISP A"
set [ find default-name=ether2 ] comment="fibre of ISP B"
/interface pppoe-client
add disabled=no interface=ether1 name=pppoe-a use-peer-dns=yes user=office@isp-a
add disabled=no interface=ether2 name=pppoe-b use-peer-dns=yes user=office@isp-b
/interface lte apn
set [ find default=yes ] apn=internet default-route-distance=10 use-peer-dns=yes
/interface lte
set [ find default-name=lte1 ] apn-profiles=default
/interface list
add name=WAN
add name=LAN
/ip pool
add name=dhcp ranges=192.168.88.10-192.168.88.254
/ip dhcp-server
add address-pool=dhcp interface=bridge name=defconf
/routing table
add fib name=to_A
add fib name=to_B
add fib name=to_LTE
/interface bridge port
add bridge=bridge interface=ether3
add bridge=bridge interface=ether4
add bridge=bridge interface=ether5
/interface list member
add interface=bridge list=LAN
add interface=pppoe-a list=WAN
add interface=pppoe-b list=WAN
add interface=lte1 list=WAN
/ip address
add address=192.168.88.1/24 interface=bridge network=192.168.88.0
/ip dhcp-server network
add address=192.168.88.0/24 dns-server=192.168.88.1 gateway=192.168.88.1
/ip dns
set allow-remote-requests=yes
/ip firewall filter
add action=accept chain=input comment="defconf: accept established,related,untracked" connection-state=established,related,untracked
add action=drop chain=input comment="defconf: drop invalid" connection-state=invalid
add action=accept chain=input comment="defconf: accept ICMP" protocol=icmp
add action=accept chain=input comment="defconf: accept to local loopback (for CAPsMAN)" dst-address=127.0.0.1
add action=drop chain=input comment="defconf: drop all not coming from LAN" in-interface-list=!LAN
add action=accept chain=forward comment="defconf: accept in ipsec policy" ipsec-policy=in,ipsec
add action=accept chain=forward comment="defconf: accept out ipsec policy" ipsec-policy=out,ipsec
add action=accept chain=forward comment="defconf: accept established,related, untracked" connection-state=established,related,untracked
add action=drop chain=forward comment="defconf: drop invalid" connection-state=invalid
add action=drop chain=forward comment="defconf: drop all from WAN not DSTNATed" connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=change-mss chain=forward comment="PPPoE carries 1492 bytes" new-mss=clamp-to-pmtu out-interface-list=WAN passthrough=yes protocol=tcp tcp-flags=syn
add action=mark-connection chain=prerouting comment="came in by A: answers leave by A" connection-mark=no-mark connection-state=new in-interface=pppoe-a new-connection-mark=A passthrough=yes
add action=mark-connection chain=prerouting comment="came in by B: answers leave by B" connection-mark=no-mark connection-state=new in-interface=pppoe-b new-connection-mark=B passthrough=yes
add action=mark-connection chain=prerouting comment="came in by the modem" connection-mark=no-mark connection-state=new in-interface=lte1 new-connection-mark=LTE passthrough=yes
add action=mark-connection chain=prerouting comment="half of the connections by each line" connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=A passthrough=yes per-connection-classifier=both-addresses:2/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=B passthrough=yes per-connection-classifier=both-addresses:2/1
add action=mark-routing chain=prerouting connection-mark=A dst-address-type=!local in-interface-list=LAN new-routing-mark=to_A passthrough=no
add action=mark-routing chain=prerouting connection-mark=B dst-address-type=!local in-interface-list=LAN new-routing-mark=to_B passthrough=no
add action=mark-routing chain=prerouting connection-mark=LTE dst-address-type=!local in-interface-list=LAN new-routing-mark=to_LTE passthrough=no
add action=mark-routing chain=output connection-mark=A new-routing-mark=to_A passthrough=no
add action=mark-routing chain=output connection-mark=B new-routing-mark=to_B passthrough=no
add action=mark-routing chain=output connection-mark=LTE new-routing-mark=to_LTE passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat comment="defconf: masquerade" ipsec-policy=out,none out-interface-list=WAN
/ip route
add comment="probe of A" dst-address=8.8.8.8/32 gateway=pppoe-a scope=10
add comment="probe of B" dst-address=1.1.1.1/32 gateway=pppoe-b scope=10
add blackhole comment="a probe never leaves by another line" distance=254 dst-address=8.8.8.8/32
add blackhole distance=254 dst-address=1.1.1.1/32
add check-gateway=ping comment="the router itself: A, then B, then the modem" distance=1 dst-address=0.0.0.0/0 gateway=8.8.8.8 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=1.1.1.1 target-scope=11
add check-gateway=ping comment="A, then B, then the modem" distance=1 dst-address=0.0.0.0/0 gateway=8.8.8.8 routing-table=to_A target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=1.1.1.1 routing-table=to_A target-scope=11
add distance=10 dst-address=0.0.0.0/0 gateway=lte1 routing-table=to_A
add check-gateway=ping comment="B, then A, then the modem" distance=1 dst-address=0.0.0.0/0 gateway=1.1.1.1 routing-table=to_B target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=8.8.8.8 routing-table=to_B target-scope=11
add distance=10 dst-address=0.0.0.0/0 gateway=lte1 routing-table=to_B
add comment="answers of what came in by the modem" distance=1 dst-address=0.0.0.0/0 gateway=lte1 routing-table=to_LTE
/system identity
set name=dual-pppoe-lte
