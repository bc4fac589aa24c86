/interface ethernet set [ find default-name=ether1 ] mac-address=02:00:00:00:00
