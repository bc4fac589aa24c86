# feb/02/2021 05:05:05 by RouterOS 6.47.10
/interface bridge
add name=bridge1
/interface list
add name=WAN
/interface bridge port
add bridge=bridge1 interface=ether3
/interface list member
add interface=ether1 list=WAN
add interface=ether2 list=WAN
/ip address
add address=192.168.3.1/24 interface=bridge1 network=192.168.3.0
add address=10.1.1.2/24 interface=ether1 network=10.1.1.0
add address=10.2.2.2/24 interface=ether2 network=10.2.2.0
/ip firewall filter
add action=accept chain=input connection-state=established,related
add action=accept chain=input protocol=icmp
add action=drop chain=input in-interface-list=WAN
add action=accept chain=forward connection-state=established,related
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add comment=main-line distance=1 gateway=10.1.1.1
add comment=backup-line distance=5 gateway=10.2.2.1
add comment=check distance=1 dst-address=208.67.222.220/32 gateway=10.1.1.1
/system scheduler
add interval=30s name=check-line on-event=check-line policy=read,write,test start-time=startup
/system script
add dont-require-permissions=no name=check-line policy=read,write,test source=":if ([/ping 208.67.222.220 count=4] = 0) do={\r\
    \n  /ip route set [find comment=\"main-line\"] distance=10\r\
    \n} else={\r\
    \n  /ip route set [find comment=\"main-line\"] distance=1\r\
    \n}"
/ip service
set telnet disabled=yes
set ftp disabled=yes
/ip neighbor discovery-settings
set discover-interface-list=none
/tool mac-server
set allowed-interface-list=none
/tool mac-server mac-winbox
set allowed-interface-list=none
/tool bandwidth-server
set enabled=no
