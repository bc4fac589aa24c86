# RouterOS 7.20.2: what Linux cannot do, rule by rule
/interface bridge
add name="bridge of the whole office"
/ip address
add address=192.168.0.1/24 interface=ether4
add address=192.168.7.1/24 interface=ether77
add address=10.10.10.2/24 interface=ether1
/ip firewall address-list
add address=example.com list=names
/ip firewall filter
add action=drop chain=forward layer7-protocol=torrents
add action=accept chain=forward content=hello
add action=accept chain=forward dst-address-list=names
add action=tarpit chain=input dst-port=22 protocol=tcp
add action=drop chain=input psd=21,3s,3,1
add action=drop chain=forward dst-port=80 protocol=gre
/ip firewall mangle
add action=accept chain=prerouting hotspot=auth
add action=mark-routing chain=forward new-routing-mark=main passthrough=yes
add action=change-ttl chain=postrouting new-ttl=increment:1 passthrough=yes
add action=sniff-tzsp chain=prerouting sniff-target=192.168.0.9 sniff-target-port=37008
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1 to-ports=1000-2000
/ip route
add gateway=10.10.10.1 pref-src=10.99.99.99
