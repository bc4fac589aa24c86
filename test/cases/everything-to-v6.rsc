# 2025-06-01 10:00:00 by RouterOS 7.22.1
/interface wireguard
add name=wg1 listen-port=13231
/ip vrf
add name=vrfB interfaces=ether5
/routing table
add name=to1 fib
add name=to2 fib
/routing settings
set check-gateway-ping-interval=2s
/ip settings
set ipv4-multipath-hash-policy=l4
/ip address
add address=10.1.1.2/24 interface=ether1
add address=10.2.2.2/24 interface=ether2
add address=192.168.0.1/24 interface=ether4
/ip dhcp-client
add interface=ether3 default-route-tables=main:1,to1:1 check-gateway=ping
/ip firewall mangle
add chain=prerouting action=mark-routing new-routing-mark=to1 in-interface=ether4 dst-address-type=!local
add chain=prerouting action=mark-routing new-routing-mark=main src-address=192.168.0.5
add chain=prerouting action=mark-packet new-packet-mark=u routing-mark=main
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
/ip route
add gateway=10.1.1.1 routing-table=to1 check-gateway=bfd
add gateway=10.1.1.1@main routing-table=to2
add gateway=10.1.1.1 
add gateway=10.2.2.1
add blackhole dst-address=10.0.0.0/8
/routing rule
add action=lookup table=main min-prefix=0
add action=lookup-only-in-table table=to2 src-address=192.168.0.9
/queue type
add name=ck kind=cake
/queue simple
add name=q target=ether4 queue=ck/ck
/tool netwatch
add host=8.8.8.8 type=icmp src-address=10.1.1.2 thr-loss-percent=20 down-script="/ip route set [find routing-table=to1] disabled=yes"
/system ntp client
set enabled=yes
/system ntp client servers
add address=pool.ntp.org
