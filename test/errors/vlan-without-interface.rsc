/interface vlan add name=guests vlan-id=20
