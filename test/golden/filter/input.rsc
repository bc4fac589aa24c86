# 2026-01-31 12:00:00 by RouterOS 7.20.2
/interface list
add name=WAN
add name=LAN
/interface list member
add interface=ether1 list=WAN
add interface=ether4 list=LAN
/ip address
add address=192.168.0.1/24 interface=ether4
/ip dhcp-client
add interface=ether1
/ip firewall address-list
add address=10.0.0.0/8 list=private
add address=192.168.0.0/16 list=private
add address=203.0.113.7-203.0.113.9 list=friends
add address=198.51.100.1 list=friends timeout=1d
/ip firewall raw
add action=drop chain=prerouting src-address-list=banned
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=jump chain=input jump-target="icmp in" protocol=icmp
add action=accept chain=input dst-port=22,8291 protocol=tcp src-address-list=friends
add action=add-src-to-address-list address-list=banned address-list-timeout=1h chain=input connection-state=new dst-port=23 in-interface-list=WAN protocol=tcp
add action=reject chain=input in-interface-list=WAN protocol=tcp reject-with=tcp-reset
add action=drop chain=input in-interface-list=!LAN log=yes log-prefix=input
add action=accept chain="icmp in" icmp-options=8:0 limit=10,20:packet
add action=accept chain="icmp in" icmp-options=3:0-15
add action=drop chain="icmp in"
add action=fasttrack-connection chain=forward connection-state=established,related
add action=drop chain=forward port=135-139,445 protocol=udp
add action=drop chain=forward protocol=tcp tcp-flags=syn,!ack,!rst dst-address-list=!private connection-nat-state=!dstnat disabled=yes
add action=drop chain=forward protocol=tcp tcp-flags=syn,fin
add action=return chain=forward src-address-list=private
add action=reject chain=forward reject-with=icmp-admin-prohibited
