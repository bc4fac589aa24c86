/ip address add address=10.0.0.300/24 interface=ether1
