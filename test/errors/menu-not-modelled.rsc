/ip hotspot profile
set [ find default=yes ] dns-name=wifi.office
add name=guests
