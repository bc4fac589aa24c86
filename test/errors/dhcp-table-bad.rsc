/ip dhcp-client add interface=ether1 default-route-tables=main:x
