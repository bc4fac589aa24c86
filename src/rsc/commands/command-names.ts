/** Commands that change configuration: these we carry out. */
export const changing = [
  'add',
  'set',
  'remove',
  'enable',
  'disable',
  'move',
  'unset',
  'comment',
  'reset',
  'edit',
] as const;

/** Commands of (nearly) every menu. */
export const common: readonly string[] = [
  ...changing,
  'print',
  'find',
  'get',
  'export',
  'import',
  'reset-counters',
  'reset-counters-all',
  'monitor',
];

/** Commands that exist in some menus only: they act or show, and leave no configuration. */
export const acting: readonly string[] =
  `add-default apply-changes beep blink cancel check-for-updates check-certificate clear-all
  clone convert create-certificate-request daemon debug download enable-ssl-certificate error export-certificate
  factory-reset fetch format clear-history flush flush-all force-update generate info install ip-scan issued-revoke load log make-static
  make-binding monitor-traffic password ping power-cycle quit reboot rebuild recover refresh release renew reset-configuration
  reset-mac-address reset-stats resolve restore run save scan send send-keepalive set-trusted setup shutdown sign
  sniff start stop test torch traceroute undo uninstall unmount update upgrade upload usb-power-reset warning
  wol flood-ping speed-test bandwidth-test mac-telnet telnet ssh profile sup-output format-drive check-status
  accept cable-test at-chat firmware-upgrade show-capabilities snoop spectral-scan use-ip-firewall quick-set inspect
  start-date ftp delay terminal put blackhole`.split(/\s+/);
