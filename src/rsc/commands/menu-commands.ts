import { common } from './command-names.ts';

/**
 * Commands that only some menus have: they act or show, and leave no configuration. Source: console listings of 7.9 to
 * 7.24 (tikoci/restraml, public domain); `usb power-reset` is of boards, which those listings do not have.
 */
const table = `
/app: cleanup restart
/caps-man interface: hw-info possible-channels reselect-channel
/caps-man radio: hw-info provision
/caps-man remote-cap: provision set-identity
/certificate: acme-renew add-acme add-scep card-reinstall card-verify scep-renew sign-certificate-request
/certificate scep-server requests: grant
/console: inspect
/container: kill repull restart shell
/disk: check copy eject eject-drive nvme-discover raid-scrub raid-scrub-cancel repair scsi-scan smart-info trim
/disk btrfs filesystem: add-device balance-cancel balance-start remove-device replace-cancel replace-device
  scrub-cancel scrub-start
/dude: export-db import-db vacuum-db
/file: copy head read recursive-print tail
/interface: recursive-print
/interface bonding: monitor-slaves
/interface lte: cell-monitor
/interface lte esim: activate activate-profile deactivate delete delete-profle disable-profile enable-profile
  enable-profle esim-id list-profiles provision refresh-profile-list rename-profle send-notifications
  set-nickname
/interface ovpn-client: import-ovpn-configuration
/interface ovpn-server server: export-client-configuration
/interface wifi: devel flat-snoop frequency-scan liberate roam sniffer spectral-history wps-client
  wps-push-button
/interface wifi capsman remote-cap: provision set-identity
/interface wifi radio: provision reg-info
/interface wifiwave2: devel frequency-scan sniffer wps-client wps-push-button
/interface wifiwave2 capsman remote-cap: provision set-identity
/interface wifiwave2 radio: provision reg-info
/interface wireguard: wg-export wg-import
/interface wireguard peers: show-client-config
/interface wireless: frequency-monitor setup-repeater spectral-history wps-client wps-push-button
/interface wireless align: test-audio
/interface wireless info: allowed-channels country-info country-list default-scan-list hw-info scan-list
/interface wireless snooper: flat-snoop
/iot bluetooth: decode-ad
/iot bluetooth connections: connect disconnect read subscribe unsubscribe write write-no-resp
/iot bluetooth connections async-data: clear
/iot bluetooth scanners advertisements: clear
/iot lora: reset-devices
/iot lora servers: reset-servers
/iot lora traffic: clear
/iot modbus: read-holding-registers transceive
/iot mqtt: connect disconnect publish subscribe unsubscribe
/iot mqtt subscriptions: monitor-data
/iot mqtt subscriptions recv: clear
/iot wiliot: clear
/iot wiliot bluetooth-traffic: clear
/iot wiliot mqtt-traffic: clear
/iot wiliot servers: defaults
/ip: recursive-print
/ip dhcp-server alert: reset-alert
/ip dhcp-server lease: send-reconfigure
/ip dns adlist: pause reload
/ip hotspot: reset-html
/ip hotspot active: login
/ip ipsec active-peers: kill-connections
/ip ipsec key: export-pub-key generate-key
/ip ipsec key qkd: get-key get-key-cached get-key-with-ids get-status
/ip ipsec key rsa: export-pub-key generate-key
/ip kid-control: pause resume
/ip proxy: clear-cache reset-html
/ip route: check
/ip ssh: export-host-key import-host-key regenerate-host-key
/ipv6: recursive-print
/ipv6 dhcp-server binding: send-reconfigure
/lora: reset-devices
/lora servers: reset-servers
/lora traffic: clear
/mpls traffic-eng tunnel: reoptimize
/routing: discourse reinstall-fib
/routing bgp session: clear dump-saved-advertisements resend
/routing filter: filter-wizard sync test-as-path-regexp
/routing nexthop: dump-dot
/routing rpki: rpki-check rpki-query
/routing stats process: kill
/safe-mode: take toggle unroll
/snmp: send-trap
/system: check-disk check-installation recursive-print serial-terminal shell ssh-exec sup-output
/system backup cloud: download-file remove-file upload-file
/system keymat-provider: qkd-get-key qkd-get-key-with-ids qkd-get-status
/system license: generate-new-id
/system logging action: clear
/system ntp: monitor-peers
/system ntp client: reset-freq-drift
/system package: downgrade unschedule
/system package local-update: download-all
/system package local-update mirror: force-check
/system resource hardware: authorize
/system resource usb: authorize
/system upgrade: download-all
/system upgrade mirror: force-check
/system ups: rtc self-test
/task: next terminate
/terminal: ask cuu el inkey style
/tool: bandwidth-test dns-update fetch flood-ping ip-scan mac-scan mac-telnet ping-speed profile recursive-print
  snmp-get snmp-walk speed-test torch traceroute wol
/tool netinstall devices: clear
/tool romon: discover
/tool sniffer: quick
/tool traffic-generator: inject inject-pcap quick
/tr069-client: reset-tr069-config
/user: expire-password recursive-print
/user active: request-logout
/user-manager: generate-report
/user-manager database: migrate-legacy-db optimize-db
/user-manager session: close-session
/user-manager user: add-batch-users generate-voucher
/user-manager user-profile: activate-user-profile
/system routerboard usb: power-reset
`;

const byMenu: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  table
    .trim()
    .split(/\n(?=\/)/)
    .map(line => {
      const [menu = '', commands = ''] = line.split(':');
      return [menu, new Set(commands.trim().split(/\s+/))];
    }),
);

/** Is it a command of this very menu? */
export function isCommandOf(menu: string, text: string): boolean {
  return byMenu.get(menu)?.has(text) === true;
}

/** Commands that can be said in a menu, those first that change configuration. */
export const commandsIn = (menu: string): readonly string[] => [...common, ...(byMenu.get(menu) ?? [])];
