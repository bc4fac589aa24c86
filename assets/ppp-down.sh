#!/bin/sh
# pppd(8) calls this when a line has its address no more: see ppp-up.sh.
umask 077
printf 'jalur-lease\tevent=deconfig\tinterface=%s\n' "$1" >"$6.new" && mv -f "$6.new" "$6"
