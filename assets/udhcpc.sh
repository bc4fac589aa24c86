#!/bin/sh
# udhcpc(8) hands the lease over in variables. It is passed on as one line; nothing here touches the system:
# addresses and routes are the gateway's business. Only numbers are passed on, never names from the network.
printf 'jalur-lease\tevent=%s\tinterface=%s\taddress=%s\tlength=%s\trouter=%s\tdns=%s\tserver=%s\tseconds=%s\troutes=%s\n' \
  "$1" "$interface" "$ip" "$mask" "$router" "$dns" "$serverid" "$lease" "$staticroutes"
