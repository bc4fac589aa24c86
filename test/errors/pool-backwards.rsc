/ip pool add name=lan ranges=192.168.0.99-192.168.0.10
