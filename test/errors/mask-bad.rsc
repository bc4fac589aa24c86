/ip address add address=10.0.0.1/33 interface=ether1
