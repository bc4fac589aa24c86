/queue simple add name=q target=192.168.0.10 max-limit=1M/2M/3M
