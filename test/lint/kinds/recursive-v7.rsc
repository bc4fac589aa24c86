# 2024-10-02 21:44:10 by RouterOS 7.15.3
/interface bridge
add name=bridge
/interface list
add name=WAN
add name=LAN
/ip pool
add name=dhcp_pool0 ranges=10.0.10.100-10.0.10.199
/ip dhcp-server
add address-pool=dhcp_pool0 interface=bridge lease-time=8h name=dhcp1
/interface bridge port
add bridge=bridge interface=ether2
add bridge=bridge interface=ether3
/interface list member
add interface=ether1 list=WAN
add interface=ether5 list=WAN
add interface=bridge list=LAN
/ip address
add address=10.0.10.1/24 interface=bridge network=10.0.10.0
add address=100.64.12.2/24 interface=ether1 network=100.64.12.0
add address=192.168.8.2/24 interface=ether5 network=192.168.8.0
/ip dhcp-server network
add address=10.0.10.0/24 dns-server=10.0.10.1 gateway=10.0.10.1 netmask=24
/ip dns
set allow-remote-requests=yes servers=1.1.1.2,1.0.0.2
/ip firewall filter
add action=accept chain=input comment="accept established,related,untracked" connection-state=established,related,untracked
add action=drop chain=input comment="drop invalid" connection-state=invalid
add action=accept chain=input comment="accept ICMP" protocol=icmp
add action=drop chain=input comment="drop all not coming from LAN" in-interface-list=!LAN
add action=fasttrack-connection chain=forward comment=fasttrack connection-state=established,related hw-offload=yes
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-state=invalid
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface-list=WAN
/ip firewall nat
add action=masquerade chain=srcnat ipsec-policy=out,none out-interface-list=WAN
/ip route
add comment="probe fiber" dst-address=8.8.4.4/32 gateway=100.64.12.1 scope=10
add comment="probe fiber blackhole" blackhole distance=250 dst-address=8.8.4.4/32
add comment="probe 4g" dst-address=9.9.9.10/32 gateway=192.168.8.1 scope=10
add comment="probe 4g blackhole" blackhole distance=250 dst-address=9.9.9.10/32
add check-gateway=ping comment=fiber distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping comment=4g distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.10 target-scope=11
/ip service
set telnet disabled=yes
set ftp disabled=yes
/tool mac-server
set allowed-interface-list=LAN
/tool mac-server mac-winbox
set allowed-interface-list=LAN
