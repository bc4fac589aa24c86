/** Three uplinks, a LAN and a DMZ, with static addresses: what every case starts from. */
export const base = `
/interface ethernet
set [ find default-name=ether1 ] comment=ISP1
set [ find default-name=ether2 ] comment=ISP2
set [ find default-name=ether3 ] comment=ISP3
set [ find default-name=ether4 ] comment=LAN
set [ find default-name=ether5 ] comment=DMZ
/interface list
add name=WAN
add name=LAN
/interface list member
add list=WAN interface=ether1
add list=WAN interface=ether2
add list=WAN interface=ether3
add list=LAN interface=ether4
/ip address
add address=10.10.10.254/24 interface=ether1
add address=20.20.20.254/24 interface=ether2
add address=30.30.30.254/24 interface=ether3
add address=192.168.0.1/24 interface=ether4
add address=172.20.0.1/24 interface=ether5
/routing table
add fib name=to1
add fib name=to2
add fib name=to3
add fib name=empty
/ip route
add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=1
add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=2
add dst-address=0.0.0.0/0 gateway=30.30.30.1 check-gateway=ping distance=3
add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping routing-table=to1
add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping routing-table=to2
add dst-address=0.0.0.0/0 gateway=30.30.30.1 check-gateway=ping routing-table=to3
`;
