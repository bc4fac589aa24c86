/ipv6 address add address=2001:db8::1::2/64 interface=ether1
