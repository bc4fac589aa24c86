/ip address add address=10.0.0.1/24 interface="ether1
/ip dns set servers=1.1.1.1
