:if ([/ping 1.1.1.1 count=1] = 0) do={ /ip address add address=10.0.1.1/24 interface=ether1 }
