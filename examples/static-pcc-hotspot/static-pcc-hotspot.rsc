# Three lines with static addresses, PCC 2:1:1, guests behind a hotspot. RouterOS 6.
/interface ethernet
set [ find default-name=ether1 ] name=wan1
set [ find default-name=ether2 ] name=wan2
set [ find default-name=ether3 ] name=wan3
set [ find default-name=ether4 ] name=lan
set [ find default-name=ether5 ] name=guests
/interface list
add name=WAN
add name=LAN
/ip hotspot profile
add hotspot-address=10.5.50.1 login-by=http-chap name=guests
/ip pool
add name=lan ranges=192.168.10.100-192.168.10.199
add name=guests ranges=10.5.50.10-10.5.50.250
/ip dhcp-server
add address-pool=lan disabled=no interface=lan lease-time=1h name=lan
add address-pool=guests disabled=no interface=guests lease-time=1h name=guests
/ip hotspot
add address-pool=guests disabled=no interface=guests name=guests profile=guests
/interface list member
add interface=wan1 list=WAN
add interface=wan2 list=WAN
add interface=wan3 list=WAN
add interface=lan list=LAN
add interface=guests list=LAN
/ip address
add address=192.0.2.2/29 interface=wan1 network=192.0.2.0
add address=192.0.2.34/30 interface=wan2 network=192.0.2.32
add address=192.0.2.66/26 interface=wan3 network=192.0.2.64
add address=192.168.10.1/24 interface=lan network=192.168.10.0
add address=10.5.50.1/24 interface=guests network=10.5.50.0
/ip dhcp-server network
add address=192.168.10.0/24 dns-server=192.168.10.1 gateway=192.168.10.1
add address=10.5.50.0/24 comment="hotspot network" dns-server=10.5.50.1 gateway=10.5.50.1
/ip dns
set allow-remote-requests=yes servers=1.1.1.1,8.8.8.8
/ip firewall address-list
add address=192.168.10.0/24 list=OURS
add address=10.5.50.0/24 list=OURS
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input comment="nothing else from the internet" in-interface-list=WAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward comment="guests stay out of the office" in-interface=guests out-interface=lan
add action=drop chain=forward comment="from the internet only what is forwarded" connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=accept chain=prerouting comment="between our own networks" dst-address-list=OURS in-interface-list=LAN
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=wan1 new-connection-mark=wan1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=wan2 new-connection-mark=wan2
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new in-interface=wan3 new-connection-mark=wan3
add action=mark-connection chain=prerouting comment="the office: 2 : 1 : 1" connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=lan new-connection-mark=wan1 per-connection-classifier=both-addresses:4/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=lan new-connection-mark=wan1 per-connection-classifier=both-addresses:4/1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=lan new-connection-mark=wan2 per-connection-classifier=both-addresses:4/2
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=lan new-connection-mark=wan3 per-connection-classifier=both-addresses:4/3
add action=mark-connection chain=prerouting comment="guests who have logged in: the third line only" connection-mark=no-mark connection-state=new dst-address-type=!local hotspot=auth in-interface=guests new-connection-mark=wan3
add action=mark-routing chain=prerouting connection-mark=wan1 in-interface-list=LAN new-routing-mark=to_wan1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan2 in-interface-list=LAN new-routing-mark=to_wan2 passthrough=no
add action=mark-routing chain=prerouting connection-mark=wan3 in-interface-list=LAN new-routing-mark=to_wan3 passthrough=no
add action=mark-routing chain=output connection-mark=wan1 new-routing-mark=to_wan1 passthrough=no
add action=mark-routing chain=output connection-mark=wan2 new-routing-mark=to_wan2 passthrough=no
add action=mark-routing chain=output connection-mark=wan3 new-routing-mark=to_wan3 passthrough=no
/ip firewall nat
add action=passthrough chain=unused-hs-chain comment="place hotspot rules here"
add action=src-nat chain=srcnat out-interface=wan1 to-addresses=192.0.2.2
add action=src-nat chain=srcnat out-interface=wan2 to-addresses=192.0.2.34
add action=src-nat chain=srcnat out-interface=wan3 to-addresses=192.0.2.66
/ip route
add check-gateway=ping distance=1 gateway=192.0.2.1 routing-mark=to_wan1
add check-gateway=ping distance=2 gateway=192.0.2.33 routing-mark=to_wan1
add check-gateway=ping distance=1 gateway=192.0.2.33 routing-mark=to_wan2
add check-gateway=ping distance=2 gateway=192.0.2.1 routing-mark=to_wan2
add check-gateway=ping distance=1 gateway=192.0.2.65 routing-mark=to_wan3
add check-gateway=ping distance=2 gateway=192.0.2.1 routing-mark=to_wan3
add check-gateway=ping distance=1 gateway=192.0.2.1
add check-gateway=ping distance=2 gateway=192.0.2.33
add check-gateway=ping distance=3 gateway=192.0.2.65
/system identity
set name=static-pcc-hotspot
