# jan/14/2021 19:02:11 by RouterOS 6.48.6
/interface ethernet
set [ find default-name=ether1 ] name=ether1-telkom
set [ find default-name=ether2 ] name=ether2-biznet
set [ find default-name=ether3 ] name=ether3-lokal
/ip address
add address=10.20.1.2/24 interface=ether1-telkom network=10.20.1.0
add address=10.20.2.2/24 interface=ether2-biznet network=10.20.2.0
add address=192.168.5.1/24 interface=ether3-lokal network=192.168.5.0
/ip dns
set allow-remote-requests=yes servers=8.8.8.8,1.1.1.1
/ip firewall filter
add action=accept chain=input connection-state=established,related
add action=accept chain=input protocol=icmp
add action=accept chain=input in-interface=ether3-lokal
add action=drop chain=input
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
add action=accept chain=forward in-interface=ether3-lokal
add action=drop chain=forward
/ip firewall mangle
add action=accept chain=prerouting dst-address=10.20.1.0/24 in-interface=ether3-lokal
add action=accept chain=prerouting dst-address=10.20.2.0/24 in-interface=ether3-lokal
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether1-telkom new-connection-mark=kon-telkom passthrough=yes
add action=mark-connection chain=prerouting connection-mark=no-mark in-interface=ether2-biznet new-connection-mark=kon-biznet passthrough=yes
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=ether3-lokal new-connection-mark=kon-telkom nth=2,1 passthrough=yes
add action=mark-connection chain=prerouting connection-mark=no-mark connection-state=new dst-address-type=!local in-interface=ether3-lokal new-connection-mark=kon-biznet passthrough=yes
add action=mark-routing chain=prerouting connection-mark=kon-telkom in-interface=ether3-lokal new-routing-mark=rute-telkom passthrough=no
add action=mark-routing chain=prerouting connection-mark=kon-biznet in-interface=ether3-lokal new-routing-mark=rute-biznet passthrough=no
add action=mark-routing chain=output connection-mark=kon-telkom new-routing-mark=rute-telkom passthrough=no
add action=mark-routing chain=output connection-mark=kon-biznet new-routing-mark=rute-biznet passthrough=no
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1-telkom
add action=masquerade chain=srcnat out-interface=ether2-biznet
/ip route
add check-gateway=ping distance=1 gateway=10.20.1.1 routing-mark=rute-telkom
add check-gateway=ping distance=2 gateway=10.20.2.1 routing-mark=rute-telkom
add check-gateway=ping distance=1 gateway=10.20.2.1 routing-mark=rute-biznet
add check-gateway=ping distance=2 gateway=10.20.1.1 routing-mark=rute-biznet
add check-gateway=ping distance=1 gateway=10.20.1.1
add check-gateway=ping distance=2 gateway=10.20.2.1
/ip service
set telnet disabled=yes
set ftp disabled=yes
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
/tool bandwidth-server
set enabled=no
