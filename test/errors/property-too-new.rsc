# 2024-01-31 12:00:00 by RouterOS 7.12
/routing table add fib name=isp1
/ip dhcp-client add interface=ether1 default-route-tables=main:1,isp1:1
