# by RouterOS 7.14
/ppp profile
add name=line on-up={
  :local name [/interface get $interface name]
  :local peer [/ip address get [find interface=$name] network]
  /ip route add gateway=$"remote-address" comment=$name
  /ip route set [find comment=$name] distance=3 dst-address=0.0.0.0/0
  :if ($peer != $"remote-address") do={ :error "which peer?" }
  /ip firewall address-list add list=own address=$"local-address"
} on-down="/ip route remove [find comment=pppoe-a]"
/interface pppoe-client
add disabled=no interface=ether1 name=pppoe-a profile=line user=u
/ip address
add address=192.168.71.1/24 interface=ether3
/ip firewall nat
add action=masquerade chain=srcnat out-interface=pppoe-a
