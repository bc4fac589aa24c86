# 2024-12-12 12:12:12 by RouterOS 7.16.2
/interface bridge
add name=bridge
/interface list
add name=WAN
add name=LAN
/interface bridge port
add bridge=bridge interface=ether3
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
add interface=bridge list=LAN
/ip address
add address=192.168.9.1/24 interface=bridge network=192.168.9.0
/ip dhcp-client
add add-default-route=no interface=ether1 script="{\r\
    \n  :if (\$bound = 1) do={\r\
    \n    /ip route set [ find comment=\"probe-1\" ] gateway=\$\"gateway-address\" disabled=no\r\
    \n  } else={\r\
    \n    /ip route disable [ find comment=\"probe-1\" ]\r\
    \n  }\r\
    \n}" use-peer-dns=no
add add-default-route=no interface=ether2 script="{\r\
    \n  :if (\$bound = 1) do={\r\
    \n    /ip route set [ find comment=\"probe-2\" ] gateway=\$\"gateway-address\" disabled=no\r\
    \n  } else={\r\
    \n    /ip route disable [ find comment=\"probe-2\" ]\r\
    \n  }\r\
    \n}" use-peer-dns=no
/ip firewall filter
add action=accept chain=input connection-state=established,related,untracked
add action=drop chain=input connection-state=invalid
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=!LAN
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment="probe-1" disabled=yes dst-address=1.1.1.1/32 gateway=127.0.0.1 scope=10
add comment="probe-2" disabled=yes dst-address=8.8.8.8/32 gateway=127.0.0.1 scope=10
add blackhole distance=254 dst-address=1.1.1.1/32
add blackhole distance=254 dst-address=8.8.8.8/32
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=1.1.1.1 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=8.8.8.8 target-scope=11
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=LAN
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
