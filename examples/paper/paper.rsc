# The paper's gateway, as printed, mistakes included. README.md lists every restoration.
# RouterOS 6 syntax (routing-mark= in /ip route).

# -- Gambar 3: DHCP clients on both ISPs (only a picture in the paper)
/ip dhcp-client
add interface=ether1 disabled=no
add interface=ether2 disabled=no

# -- step 3: NAT
/ip firewall nat
add chain=srcnat out-interface=ether1 action=masquerade comment=nat-isp1
add chain=srcnat out-interface=ether2 action=masquerade comment=nat-isp2

# -- step 4: mangle
/ip firewall mangle
add chain=prerouting dst-address=10.10.10.0/24 action=accept in-interface=ether4
add chain=prerouting dst-address=20.20.20.0/24 action=accept in-interface=ether4
add chain=prerouting in-interface=ether1 connection-mark=no-mark action=mark-connection new-connection-mark=ISP1_conn
add chain=prerouting in-interface=ether2 connection-mark=no-mark action=mark-connection new-connection-mark=ISP2_conn

# -- step 5: load balance
add chain=prerouting in-interface=ether4 connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/0 action=mark-connection new-connection-mark=ISP1_conn
add chain=prerouting in-interface=ether4 connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/1 action=mark-connection new-connection-mark=ISP1_conn
add chain=prerouting in-interface=ether4 connection-mark=no-mark dst-address-type=!local per-connection-classifier=both-addresses:3/2 action=mark-connection new-connection-mark=ISP2_conn
add chain=prerouting connection-mark=ISP1_conn in-interface=ether4 action=mark-routing new-routing-mark=to_ISP1
add chain=prerouting connection-mark=ISP2_conn in-interface=ether4 action=mark-routing new-routing-mark=to_ISP2
add chain=output connection-mark=ISP1_conn action=mark-routing new-routing-mark=to_ISP1
add chain=output connection-mark=ISP2_conn action=mark-routing new-routing-mark=to_ISP2

# -- step 6: routes
/ip route
add gateway=10.111.0.1 dst-address=0.0.0.0/0 routing-mark=to_ISP1 check-gateway=ping
add gateway=172.16.0.1 dst-address=0.0.0.0/0 routing-mark=to_ISP2 check-gateway=ping

# -- step 7: the same routes again
add dst-address=0.0.0.0/0 gateway=10.111.0.1 routing-mark=to_ISP1 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=172.16.0.1 routing-mark=to_ISP2 check-gateway=ping

# -- step 8: failover
add dst-address=0.0.0.0/0 gateway=10.10.10.1 distance=1 check-gateway=ping
add dst-address=0.0.0.0/0 gateway=20.20.20.1 distance=2 check-gateway=ping
/ip address
add address=192.168.0.1/24 network=192.168.0.0 broadcast=192.168.0.255 interface=ether

# -- Gambar 6: the route table shows that the LAN address really was on ether4
/ip address
add address=192.168.0.1/24 network=192.168.0.0 interface=ether4

# -- step 9, Gambar 7: the WannaCry filter (only a picture in the paper)
/ip firewall filter
add chain=forward protocol=tcp dst-port=135,137,139,445,3389 action=drop comment=wannacry-tcp
add chain=forward protocol=udp dst-port=135,137,138,445 action=drop comment=wannacry-udp

# -- the bench: LAN clients get their addresses by DHCP
/ip pool
add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server
add name=lan interface=ether4 address-pool=lan lease-time=1h disabled=no
/ip dhcp-server network
add address=192.168.0.0/24 gateway=192.168.0.1
