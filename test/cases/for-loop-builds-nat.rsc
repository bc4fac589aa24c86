# by RouterOS 7.14
/ip address add address=192.168.50.1/24 interface=bridge1
/interface bridge add name=bridge1
/interface bridge port add bridge=bridge1 interface=ether3
:local wans {"ether1"="10.10.1.0/30";"ether2"="10.10.2.0/30"}
:foreach wan,network in=$wans do={
  :local base [:toip [:pick $network 0 [:find $network "/"]]]
  /ip address add address=(($base + 2) . "/30") interface=$wan
  /ip firewall nat add chain=srcnat action=masquerade out-interface=$wan
  /ip route add gateway=($base + 1) distance=[:pick $wan 5] check-gateway=ping
}
/ip firewall filter add action=drop chain=forward connection-nat-state=!dstnat connection-state=new in-interface=!bridge1
/ip firewall filter add action=drop chain=input connection-state=new in-interface=!bridge1
