# Two static lines: recursive routes watch both, and netwatch clears the connections that a change leaves behind.
# RouterOS 7.
/interface ethernet
set [ find default-name=ether1 ] comment="ISP A"
set [ find default-name=ether2 ] comment="ISP B"
set [ find default-name=ether3 ] comment="office"
/interface list
add name=WAN
add name=LAN
/ip pool
add name=office ranges=192.168.1.100-192.168.1.199
/ip dhcp-server
add address-pool=office interface=ether3 name=office
/routing table
add fib name=to_B
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=ether3 list=LAN
/ip address
add address=192.168.1.1/24 interface=ether3 network=192.168.1.0
add address=192.0.2.6/30 interface=ether1 network=192.0.2.4
add address=192.0.2.134/30 interface=ether2 network=192.0.2.132
/ip dhcp-server network
add address=192.168.1.0/24 dns-server=192.168.1.1 gateway=192.168.1.1
/ip dns
set allow-remote-requests=yes servers=9.9.9.9,149.112.112.112
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=mark-connection chain=prerouting comment="came in by B: answers leave by B" connection-mark=no-mark connection-state=new in-interface=ether2 new-connection-mark=B
add action=mark-routing chain=output connection-mark=B new-routing-mark=to_B passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment="probe of A" dst-address=8.8.8.8/32 gateway=192.0.2.5 scope=10
add comment="probe of B" dst-address=1.1.1.1/32 gateway=192.0.2.133 scope=10
add blackhole comment="a probe never leaves by the other line" distance=254 dst-address=8.8.8.8/32
add blackhole distance=254 dst-address=1.1.1.1/32
add check-gateway=ping comment="A first" distance=1 dst-address=0.0.0.0/0 gateway=8.8.8.8 target-scope=11
add check-gateway=ping comment="then B" distance=2 dst-address=0.0.0.0/0 gateway=1.1.1.1 target-scope=11
add distance=1 dst-address=0.0.0.0/0 gateway=192.0.2.133 routing-table=to_B
/system identity
set name=recursive-netwatch
/tool netwatch
add comment="A came or went: connections start anew" down-script="/ip firewall connection remove [find]" host=8.8.8.8 interval=10s up-script="/ip firewall connection remove [find]"
