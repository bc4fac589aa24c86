# RouterOS 7.20.2
/ip address
add address=192.168.0.1/24 interface=ether4
add address=10.10.10.2/24 interface=ether1
/ip route
add gateway=10.10.10.1
/ip firewall mangle
add action=mark-packet chain=forward dst-port=5060 new-packet-mark=voice passthrough=no protocol=udp
/queue type
add kind=pfifo name=long pfifo-limit=100
add kind=pcq name=fair pcq-classifier=dst-address
/queue simple
add max-limit=10M/20M name=office target=192.168.0.0/24
add limit-at=1M/1M max-limit=2M/2M name=voice packet-marks=voice parent=office priority=1/1 target=192.168.0.0/24
add max-limit=512k/1M name=guest parent=office queue=long/fair target=192.168.0.200/32,192.168.0.201/32
add disabled=yes max-limit=1k/1k name=off target=192.168.0.7/32
add max-limit=512k/512k name=uplink target=ether1
