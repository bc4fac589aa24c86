# The paper's gateway, repaired. RouterOS 6; paper-fixed.rsc is the same for RouterOS 7.
/interface ethernet
set [ find default-name=ether1 ] comment=ISP1
set [ find default-name=ether2 ] comment=ISP2
set [ find default-name=ether4 ] comment=LAN
/interface list
add name=WAN
add name=LAN
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=ether4 list=LAN
/ip pool
add name=lan ranges=192.168.0.100-192.168.0.199
/ip address
add address=192.168.0.1/24 interface=ether4 network=192.168.0.0
# The lease script keeps the host routes of the canaries on the gateway that DHCP hands out.
/ip dhcp-client
add add-default-route=no comment=ISP1 disabled=no interface=ether1 script=":if (\$bound=1) do={ /ip route set [find comment=\"canary ISP1\"] gateway=\$\"gateway-address\" }" use-peer-dns=no use-peer-ntp=no
add add-default-route=no comment=ISP2 disabled=no interface=ether2 script=":if (\$bound=1) do={ /ip route set [find comment=\"canary ISP2\"] gateway=\$\"gateway-address\" }" use-peer-dns=no use-peer-ntp=no
/ip dhcp-server
add address-pool=lan disabled=no interface=ether4 lease-time=1h name=lan
/ip dhcp-server network
add address=192.168.0.0/24 dns-server=192.168.0.1 gateway=192.168.0.1
/ip dns
set allow-remote-requests=yes servers=1.1.1.1,8.8.8.8
/ip firewall address-list
add address=192.168.0.0/24 list=LOCALNETS
add address=10.10.10.0/24 list=LOCALNETS
add address=20.20.20.0/24 list=LOCALNETS
/ip firewall filter
add action=accept chain=input comment="answers to the router" connection-state=established,related,untracked
add action=drop chain=input comment=invalid connection-state=invalid
add action=accept chain=input comment=ping protocol=icmp
add action=drop chain=input comment="nothing else from the internet" in-interface-list=WAN
add action=drop chain=forward comment="WannaCry tcp, out" dst-port=135,137,139,445,3389 in-interface-list=LAN out-interface-list=WAN protocol=tcp
add action=drop chain=forward comment="WannaCry udp, out" dst-port=135,137,138,445 in-interface-list=LAN out-interface-list=WAN protocol=udp
add action=drop chain=forward comment="WannaCry tcp, in" dst-port=135,137,139,445,3389 in-interface-list=WAN out-interface-list=LAN protocol=tcp
add action=drop chain=forward comment="WannaCry udp, in" dst-port=135,137,138,445 in-interface-list=WAN out-interface-list=LAN protocol=udp
add action=accept chain=forward comment="known connections" connection-state=established,related,untracked
add action=drop chain=forward comment=invalid connection-state=invalid
add action=drop chain=forward comment="from the internet only what is forwarded on purpose" connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall mangle
add action=accept chain=prerouting comment="to our own networks: no balancing" dst-address-list=LOCALNETS in-interface-list=LAN
add action=mark-connection chain=prerouting comment="came in by ISP1: answers leave by ISP1" connection-mark=no-mark connection-state=new in-interface=ether1 new-connection-mark=ISP1_conn
add action=mark-connection chain=prerouting comment="came in by ISP2: answers leave by ISP2" connection-mark=no-mark connection-state=new in-interface=ether2 new-connection-mark=ISP2_conn
add action=mark-connection chain=prerouting comment="512k : 256k = 2 : 1" connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=ISP1_conn per-connection-classifier=both-addresses:3/0
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=ISP1_conn per-connection-classifier=both-addresses:3/1
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface-list=LAN new-connection-mark=ISP2_conn per-connection-classifier=both-addresses:3/2
add action=mark-routing chain=prerouting connection-mark=ISP1_conn dst-address-type=!local in-interface-list=LAN new-routing-mark=to_ISP1 passthrough=no
add action=mark-routing chain=prerouting connection-mark=ISP2_conn dst-address-type=!local in-interface-list=LAN new-routing-mark=to_ISP2 passthrough=no
add action=mark-routing chain=output connection-mark=ISP1_conn new-routing-mark=to_ISP1 passthrough=no
add action=mark-routing chain=output connection-mark=ISP2_conn new-routing-mark=to_ISP2 passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat comment="both ISPs" out-interface-list=WAN
# Two canaries behind each ISP. Without its ISP a canary is unreachable: the blackhole keeps its pings off the other line.
/ip route
add comment="canary ISP1" dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
add comment="canary ISP1" dst-address=208.67.220.220/32 gateway=10.10.10.1 scope=10
add comment="canary ISP2" dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
add comment="canary ISP2" dst-address=1.0.0.1/32 gateway=20.20.20.1 scope=10
add distance=254 dst-address=8.8.4.4/32 type=blackhole
add distance=254 dst-address=208.67.220.220/32 type=blackhole
add distance=254 dst-address=9.9.9.9/32 type=blackhole
add distance=254 dst-address=1.0.0.1/32 type=blackhole
# main: ISP1 first, ISP2 when both canaries of ISP1 are silent
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4,208.67.220.220
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9,1.0.0.1
# each ISP's own table, with the other ISP as backup
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4,208.67.220.220 routing-mark=to_ISP1
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9,1.0.0.1 routing-mark=to_ISP1
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=9.9.9.9,1.0.0.1 routing-mark=to_ISP2
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=8.8.4.4,208.67.220.220 routing-mark=to_ISP2
/system identity
set name=paper-fixed
