/queue simple add name=q target=192.168.0.10 priority=9/9
