# 2025-03-03 11:11:11 by RouterOS 7.18
/interface bridge
add name=bridge
/interface wireguard
add listen-port=13231 mtu=1420 name=wg-vpn
/interface list
add name=WAN
add name=LAN
/routing table
add fib name=via-vpn
/interface bridge port
add bridge=bridge interface=ether3
/interface wireguard peers
add allowed-address=0.0.0.0/0 endpoint-address=198.51.100.77 endpoint-port=51820 interface=wg-vpn name=exit persistent-keepalive=25s public-key="aGVsbG8gd29ybGQgdGhpcyBpcyBhIHB1YmxpYyBrZXk="
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=bridge list=LAN
/ip address
add address=192.168.30.1/24 interface=bridge network=192.168.30.0
add address=203.0.113.34/29 interface=ether1 network=203.0.113.32
add address=192.168.100.2/24 interface=ether2 network=192.168.100.0
add address=10.66.0.2/24 interface=wg-vpn network=10.66.0.0
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=accept chain=forward in-interface-list=LAN
add action=drop chain=forward
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
add action=masquerade chain=srcnat out-interface=wg-vpn
/ip firewall mangle
add action=change-mss chain=forward new-mss=clamp-to-pmtu out-interface=wg-vpn passthrough=yes protocol=tcp tcp-flags=syn
/ip route
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=203.0.113.33
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=192.168.100.1
add distance=1 dst-address=0.0.0.0/0 gateway=wg-vpn routing-table=via-vpn
/routing rule
add action=lookup dst-address=192.168.30.0/24 table=main
add action=lookup src-address=192.168.30.128/25 table=via-vpn
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
