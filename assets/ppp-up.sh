#!/bin/sh
# pppd(8) calls this when a line has an address: interface tty speed local-address remote-address ipparam. It becomes one line in the
# file that ipparam names; nothing here touches the system: routes and resolvers are the gateway's business.
umask 077
printf 'jalur-lease\tevent=bound\tinterface=%s\taddress=%s\tlength=32\trouter=%s\tdns=%s %s\tseconds=4294967295\n' \
  "$1" "$4" "$5" "$DNS1" "$DNS2" >"$6.new" && mv -f "$6.new" "$6"
