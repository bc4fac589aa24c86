:foreach i in={1;2} do={ /ip address add address="10.0.$i.1/24" interface="ether$i" }
