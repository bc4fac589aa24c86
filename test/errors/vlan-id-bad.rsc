/interface vlan add name=guests interface=ether1 vlan-id=5000
