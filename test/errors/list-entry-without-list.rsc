/ip firewall address-list add address=10.0.0.0/8
