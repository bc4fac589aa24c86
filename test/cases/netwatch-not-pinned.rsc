# by RouterOS 7.14
/ip address
add address=198.51.100.6/30 interface=ether1
add address=203.0.113.6/30 interface=ether2
add address=10.30.0.1/24 interface=ether5
/ip firewall filter
add action=accept chain=forward connection-state=established,related,untracked
add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface=!ether5
add action=accept chain=input connection-state=established,related
add action=drop chain=input in-interface=!ether5
/ip firewall nat
add action=masquerade chain=srcnat out-interface=ether1
add action=masquerade chain=srcnat out-interface=ether2
/ip route
add comment=MAIN gateway=198.51.100.5
add comment=BACKUP gateway=203.0.113.5 distance=5
/system script
add name=to-backup source="/ip route set [find comment=MAIN] distance=10\r\
    \n/ip firewall connection remove [find]"
/tool netwatch
add host=1.0.0.1 down-script=to-backup up-script="/ip route set [find comment=MAIN] \\\
    \n    distance=1; :log info \"main is back\""
