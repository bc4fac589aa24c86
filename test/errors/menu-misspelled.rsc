/ip firewll mangle
add chain=prerouting action=accept
