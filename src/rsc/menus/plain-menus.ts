import { bool, duration, integer, interfaceName, name, text } from '../types/index.ts';
import { optional, required } from './define.ts';
import { plainList, plainSettings } from './plain.ts';

/** `/interface set ether1 …`: what all kinds of interfaces share. */
export const interfaceAny = plainList({
  path: '/interface',
  factory: true,
  attributes: { name: optional(name) },
  others: 'default-name mtu l2mtu',
});

export const interfaceLteApn = plainList({
  path: '/interface lte apn',
  factory: true,
  attributes: {
    name: optional(name),
    'add-default-route': optional(bool),
    'default-route-distance': optional(integer(0, 255)),
  },
  others: `apn authentication ip-type ipv6-interface passthrough-interface passthrough-mac passthrough-subnet-selection
    passthrough-subnet-size password use-network-apn use-peer-dns user`,
});

export const interfaceBridgeVlan = plainList({
  path: '/interface bridge vlan',
  key: 'bridge',
  attributes: { bridge: required(interfaceName) },
  others: 'mvrp-forbidden tagged untagged vlan-ids',
});

export const ipService = plainList({
  path: '/ip service',
  factory: true,
  attributes: {
    name: optional(name),
    port: optional(integer(0, 65_535)),
    'max-sessions': optional(integer(1, 1000)),
  },
  others: 'address available-from certificate tls-version vrf',
});

export const ipFirewallLayer7 = plainList({
  path: '/ip firewall layer7-protocol',
  names: 'regexp',
  attributes: { name: required(name) },
  others: 'regexp',
});

export const ipFirewallServicePort = plainList({
  path: '/ip firewall service-port',
  factory: true,
  attributes: { name: optional(name) },
  others: 'ports sip-direct-media sip-timeout',
});

export const ipNeighborSettings = plainSettings({
  path: '/ip neighbor discovery-settings',
  others:
    'discover-interface-list discover-interval lldp-mac-phy-config lldp-max-frame-size lldp-med-net-policy-vlan lldp-poe-power lldp-vlan-info lldp-med add-dns-entries add-dns-entries-suffix dying-gasp mode protocol default',
});

export const ipCloud = plainSettings({
  path: '/ip cloud',
  attributes: { 'update-time': optional(bool) },
  others: 'back-to-home-vpn ddns-enabled ddns-update-interval vpn-prefer-relay-code',
});

export const pppProfile = plainList({
  path: '/ppp profile',
  factory: true,
  attributes: { name: optional(name) },
  others: `address-list bridge bridge-horizon bridge-learning bridge-path-cost bridge-port-priority bridge-port-trusted
    bridge-port-vid change-tcp-mss dhcpv6-lease-time dhcpv6-pd-pool dhcpv6-use-radius dns-server idle-timeout
    incoming-filter insert-queue-before interface-list local-address on-down on-up only-one outgoing-filter
    parent-queue queue-type rate-limit remote-address remote-ipv6-prefix-pool remote-ipv6-prefix-reuse session-timeout
    use-compression use-encryption use-ipv6 use-mpls use-upnp use-vj-compression wins-server`,
});

export const pppSecret = plainList({
  path: '/ppp secret',
  attributes: { name: required(name) },
  others: `caller-id ipv6-routes last-caller-id last-disconnect-reason last-logged-out limit-bytes-in limit-bytes-out
    local-address password profile remote-address remote-ipv6-prefix routes service`,
});

export const systemClock = plainSettings({
  path: '/system clock',
  attributes: { 'time-zone-autodetect': optional(bool) },
  others: 'date time time-zone-name',
});

export const systemNtpClient = plainSettings({
  path: '/system ntp client',
  attributes: { enabled: optional(bool) },
  others: 'mode primary-ntp secondary-ntp server-dns-names servers vrf',
});

export const systemNtpServers = plainList({
  path: '/system ntp client servers',
  key: 'address',
  attributes: { address: required(name) },
  others: 'auth-key iburst max-poll min-poll',
});

export const systemLogging = plainList({
  path: '/system logging',
  key: 'topics',
  factory: true,
  others: 'action prefix regex topics',
});

export const systemLoggingAction = plainList({
  path: '/system logging action',
  factory: true,
  attributes: { name: optional(name) },
  others: `add-timestamp bsd-syslog cef-event-delimiter disk-file-count disk-file-name disk-lines-per-file
    disk-stop-on-full email-start-tls email-to memory-lines memory-stop-on-full remember remote remote-log-format
    remote-port remote-protocol src-address syslog-facility syslog-severity syslog-time-format target vrf add-topics-string check-certificate email-cc
    script`,
});

/** The source stays opaque. */
export const systemScript = plainList({
  path: '/system script',
  attributes: { name: optional(name), 'dont-require-permissions': optional(bool), source: optional(text) },
  others: 'owner policy',
});

export const systemScheduler = plainList({
  path: '/system scheduler',
  attributes: { name: optional(name), interval: optional(duration) },
  others: 'days on-event owner policy start-date start-time',
});

export const toolEmail = plainSettings({
  path: '/tool e-mail',
  attributes: { port: optional(integer(0, 65_535)) },
  others: 'address certificate-verification from password server start-tls tls user vrf',
});

export const toolBandwidthServer = plainSettings({
  path: '/tool bandwidth-server',
  attributes: { enabled: optional(bool), authenticate: optional(bool) },
  others: 'allocate-udp-ports-from allowed-addresses4 allowed-addresses6 max-sessions',
});

export const toolMacServer = plainSettings({
  path: '/tool mac-server',
  itemsBefore: 41,
  others: 'allowed-interface-list',
});
export const toolMacWinbox = plainSettings({
  path: '/tool mac-server mac-winbox',
  itemsBefore: 41,
  others: 'allowed-interface-list',
});
export const toolMacPing = plainSettings({
  path: '/tool mac-server ping',
  attributes: { enabled: optional(bool) },
});
