#!/bin/sh
# udhcpc(8) hands the lease over in variables. It is passed on as one line; nothing here touches the system:
# addresses and routes are the gateway's business. Only numbers are passed on, never names from the network.
line=$(printf 'jalur-lease\tevent=%s\tinterface=%s\taddress=%s\tlength=%s\tmask=%s\trouter=%s\tdns=%s\tserver=%s\tseconds=%s\troutes=%s\tmsroutes=%s\tstatic=%s\tmtu=%s' \
  "$1" "$interface" "$ip" "$mask" "$subnet" "$router" "$dns" "$serverid" "$lease" "$staticroutes" "$msstaticroutes" \
  "$routes" "$mtu")
printf '%s\n' "$line"
# The gateway reads the file by its group: the client may be somebody else.
umask 027
# What it holds now is in a file too, for a gateway that did not start it. A refusal stays there until there is another lease: the
# deconfig that follows it says less.
case "$JALUR_VOICE:$1" in
?*:deconfig)
  said=
  [ -f "$JALUR_VOICE" ] && read -r said <"$JALUR_VOICE"
  case "$said" in *event=nak*) exit ;; esac
  ;;
?*:bound | ?*:renew | ?*:nak) ;;
*) exit ;;
esac
printf '%s\n' "$line" >"$JALUR_VOICE.new" && mv -f "$JALUR_VOICE.new" "$JALUR_VOICE"
