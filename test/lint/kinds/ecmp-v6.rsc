/ip address add address=192.168.0.1/24 interface=Local
/ip address add address=10.111.1.2/24 interface=wlan1
/ip address add address=10.112.1.2/24 interface=wlan2
/ip firewall mangle add chain=input in-interface=wlan1 action=mark-connection new-connection-mark=wlan1_conn
/ip firewall mangle add chain=input in-interface=wlan2 action=mark-connection new-connection-mark=wlan2_conn
/ip firewall mangle add chain=output connection-mark=wlan1_conn action=mark-routing new-routing-mark=to_wlan1
/ip firewall mangle add chain=output connection-mark=wlan2_conn action=mark-routing new-routing-mark=to_wlan2
/ip route add dst-address=0.0.0.0/0 gateway=10.111.1.1,10.112.1.1 check-gateway=ping
/ip route add dst-address=0.0.0.0/0 gateway=10.111.1.1 routing-mark=to_wlan1
/ip route add dst-address=0.0.0.0/0 gateway=10.112.1.1 routing-mark=to_wlan2
/ip firewall nat add chain=srcnat out-interface=wlan1 action=masquerade
/ip firewall nat add chain=srcnat out-interface=wlan2 action=masquerade
