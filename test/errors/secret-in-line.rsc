/interface pppoe-client add name=pppoe1 interface=ether1 user=u password=hunter2 profill=x
