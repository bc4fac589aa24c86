/** Menus below /ip and /ipv6 that a configuration can state, with their properties; see `schema.ts`. */
export const ipMenus = `
/ip address: address broadcast comment disabled interface netmask network
/ip arp: address comment disabled interface mac-address published
/ip cloud: ddns-enabled ddns-update-interval update-time
/ip cloud advanced: use-local-address
/ip dhcp-client: add-default-route allow-reconfigure>19 check-gateway>19 comment default-route-distance default-route-tables>18 dhcp-options
 disabled dscp>20 interface name>22 script use-broadcast>20 use-peer-dns use-peer-ntp vlan-priority>20
/ip dhcp-client option: code comment>16 name value
/ip dhcp-relay: add-relay-info delay-threshold dhcp-server dhcp-server-vrf>15 disabled interface local-address local-address-as-src-ip>17 name
 relay-info-remote-id
/ip dhcp-server: add-arp add-dns-entries>23 add-dns-entries-suffix>23 address-lists>17 address-pool allow-dual-stack-queue always-broadcast
 authoritative bootp-lease-time bootp-support client-mac-limit comment conflict-detection delay-threshold dhcp-option-set disabled
 dynamic-lease-identifiers>21 insert-queue-before interface lease-script lease-time name parent-queue relay server-address
 support-broadband-tr101>21 use-framed-as-classless use-radius use-reconfigure>19
/ip dhcp-server alert: alert-timeout comment disabled interface on-alert valid-server
/ip dhcp-server config: accounting interim-update radius-password store-leases-disk
/ip dhcp-server lease: address address-lists agent-circuit-id>21 agent-remote-id>21 allow-dual-stack-queue always-broadcast block-access client-id
 comment dhcp-option dhcp-option-set disabled insert-queue-before lease-time mac-address parent-queue queue-type rate-limit routes server
 use-src-mac
/ip dhcp-server matcher: address-pool code comment>16 disabled matching-type>16 name option-set server value
/ip dhcp-server network: address boot-file-name caps-manager comment dhcp-option dhcp-option-set dns-none dns-server domain gateway netmask
 next-server ntp-none>20 ntp-server wins-server
/ip dhcp-server option: code comment>16 force name value
/ip dhcp-server option sets: comment>23 name options
/ip dns: address-list-extra-time>10 allow-remote-requests cache-max-ttl cache-size doh-max-concurrent-queries doh-max-server-connections doh-timeout
 max-concurrent-queries max-concurrent-tcp-sessions max-udp-packet-size mdns-repeat-ifaces>16 query-server-timeout query-total-timeout servers
 use-doh-server verify-doh-cert vrf>15
/ip dns adlist>15: comment>15 disabled>15 file>15 ssl-verify>15 url>15
/ip dns forwarders>17: comment>17 disabled>17 dns-servers>17 doh-servers>17 name>17 verify-doh-cert>17
/ip dns static: address address-list cname comment disabled forward-to match-subdomain mx-exchange mx-preference name ns regexp srv-port
 srv-priority srv-target srv-weight text ttl type
/ip firewall address-list: address comment disabled dynamic list timeout
/ip firewall calea: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-rate
 connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port fragment hotspot icmp-options in-bridge-port
 in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy ipv4-options layer7-protocol limit log log-prefix nth
 out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size per-connection-classifier port priority protocol psd
 random realm routing-mark sniff-id sniff-target sniff-target-port src-address src-address-list src-address-type src-mac-address src-port tcp-mss
 time tls-host tos>21 ttl
/ip firewall connection tracking: enabled generic-timeout icmp-timeout liberal-tcp-tracking>20 loose-tcp-tracking tcp-close-timeout
 tcp-close-wait-timeout tcp-established-timeout tcp-fin-wait-timeout tcp-last-ack-timeout tcp-max-retrans-timeout tcp-syn-received-timeout
 tcp-syn-sent-timeout tcp-time-wait-timeout tcp-unacked-timeout udp-stream-timeout udp-timeout
/ip firewall filter: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-nat-state
 connection-rate connection-state connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port fragment
 hotspot hw-offload<20 icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy ipv4-options
 jump-target layer7-protocol limit log log-prefix nth out-bridge-port out-bridge-port-list out-interface out-interface-list p2p packet-mark
 packet-size per-connection-classifier port priority protocol psd random realm reject-with routing-mark src-address src-address-list
 src-address-type src-mac-address src-port tcp-flags tcp-mss time tls-host tos>21 ttl
/ip firewall layer7-protocol: comment name regexp
/ip firewall mangle: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-nat-state
 connection-rate connection-state connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port fragment
 hotspot icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy ipv4-options jump-target
 layer7-protocol limit log log-prefix new-connection-mark new-dscp new-mss new-packet-mark new-priority new-routing-mark new-ttl nth out-bridge-port
 out-bridge-port-list out-interface out-interface-list p2p packet-mark packet-size passthrough per-connection-classifier port priority protocol psd
 random realm route-dst routing-mark sniff-id sniff-target sniff-target-port src-address src-address-list src-address-type src-mac-address src-port
 tcp-flags tcp-mss time tls-host tos>21 ttl
/ip firewall nat: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-rate
 connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port fragment hotspot icmp-options in-bridge-port
 in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy ipv4-options jump-target layer7-protocol limit log log-prefix nth
 out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size per-connection-classifier port priority protocol psd
 random randomise-ports>10 realm routing-mark same-not-by-dst socks5-port>20 socks5-server>20 socksify-service>20 src-address src-address-list
 src-address-type src-mac-address src-port tcp-mss time tls-host<15 to-addresses to-ports tos>21 ttl
/ip firewall raw: action address-list address-list-timeout chain comment content disabled dscp dst-address dst-address-list dst-address-type
 dst-limit dst-port fragment hotspot icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy
 ipv4-options jump-target limit log log-prefix nth out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size
 per-connection-classifier port priority protocol psd random src-address src-address-list src-address-type src-mac-address src-port tcp-flags
 tcp-mss time tls-host tos>21 ttl
/ip firewall service-port: disabled ports sip-direct-media sip-timeout
/ip hotspot: address-pool addresses-per-mac disabled idle-timeout interface keepalive-timeout login-timeout name profile
/ip hotspot active<20: comment<20
/ip hotspot ip-binding: address comment disabled mac-address server to-address type
/ip hotspot profile: dns-name hotspot-address html-directory html-directory-override http-cookie-lifetime http-proxy install-hotspot-queue login-by
 mac-auth-mode mac-auth-password name nas-port-type radius-accounting radius-default-domain radius-interim-update radius-location-id
 radius-location-name radius-mac-format rate-limit smtp-server split-user-domain ssl-certificate trial-uptime-limit trial-uptime-reset
 trial-user-profile use-radius
/ip hotspot service-port: disabled ports
/ip hotspot user: address comment disabled email limit-bytes-in limit-bytes-out limit-bytes-total limit-uptime mac-address name otp-secret>21
 password profile routes server
/ip hotspot user profile: add-mac-cookie address-list address-pool advertise advertise-interval advertise-timeout advertise-url idle-timeout
 incoming-filter incoming-packet-mark insert-queue-before keepalive-timeout mac-cookie-timeout name on-login on-logout open-status-page
 outgoing-filter outgoing-packet-mark parent-queue queue-type rate-limit session-timeout shared-users status-autorefresh transparent-proxy
/ip hotspot walled-garden: action comment disabled dst-host dst-port method path server src-address
/ip hotspot walled-garden ip: action comment disabled dst-address dst-address-list dst-host dst-port protocol server src-address src-address-list
/ip ipsec active-peers: comment
/ip ipsec identity: auth-method certificate comment disabled eap-methods generate-policy key match-by mode-config my-id notrack-chain password peer
 policy-template-group remote-certificate remote-id remote-key secret username
/ip ipsec key<19: name<19
/ip ipsec key psk>21: id>21 key>21 peer>21
/ip ipsec key qkd>21<23: address>21<23 cache-size>21<23 certificate>21<23 enabled>21<23 key-size>21<23 kme-id>21<23 peer-sae-id>21<23
/ip ipsec key rsa>20: name>20
/ip ipsec mode-config: address address-pool address-prefix-length connection-mark name responder split-dns split-include src-address-list static-dns
 system-dns use-responder-dns
/ip ipsec peer: address comment disabled exchange-mode local-address name passive port ppk-secret>21 profile send-initial-contact
/ip ipsec policy: action comment disabled dst-address dst-port group ipsec-protocols level peer proposal protocol sa-dst-address sa-src-address
 src-address src-port template tunnel
/ip ipsec policy group: comment name
/ip ipsec profile: dh-group dpd-interval dpd-maximum-failures enc-algorithm hash-algorithm lifebytes lifetime name nat-traversal ppk>21
 prf-algorithm proposal-check
/ip ipsec proposal: auth-algorithms comment disabled enc-algorithms lifetime name pfs-group
/ip ipsec settings: accounting ddos-cookie-threshold>22 interim-update xauth-use-radius
/ip kid-control: disabled fri mon name rate-limit sat sun thu tue tur-fri tur-mon tur-sat tur-sun tur-thu tur-tue tur-wed wed
/ip kid-control device: disabled mac-address name user
/ip media>15: allowed-hostname>15 allowed-ip>15 disabled>15 friendly-name>15 interface>15 path>15
/ip media settings>15: thumbnails>15
/ip nat-pmp>13: enabled>13
/ip nat-pmp interfaces>13: disabled>13 forced-ip>13 interface>13 type>13
/ip neighbor discovery-settings: add-dns-entries>23 add-dns-entries-suffix>23 discover-interface-list discover-interval>16 dying-gasp>24
 lldp-mac-phy-config>15 lldp-max-frame-size>15 lldp-med>23 lldp-med-net-policy-vlan lldp-vlan-info>16 mode protocol
/ip packing: aggregated-size disabled interface packing unpacking
/ip pool: comment name next-pool ranges
/ip pool used: address info owner pool
/ip proxy: always-from-cache anonymous cache-administrator cache-hit-dscp cache-on-disk cache-path enabled max-cache-object-size max-cache-size
 max-client-connections max-fresh-time max-server-connections parent-proxy parent-proxy-port port serialize-connections src-address
/ip proxy access: action action-data comment disabled dst-address dst-host dst-port local-port method path src-address
/ip proxy cache: action comment disabled dst-address dst-host dst-port local-port method path src-address
/ip proxy cache-contents:
/ip proxy connections: comment
/ip proxy direct: action comment disabled dst-address dst-host dst-port local-port method path src-address
/ip reverse-proxy>22: certificate>22 comment>22 disabled>22 ip-address>22 port>22 sni>22 vrf>23
/ip route: blackhole check-gateway comment disabled distance dst-address gateway pref-src routing-table scope suppress-hw-offload<20 target-scope
 vrf-interface
/ip service: address available-from>24 certificate disabled max-sessions>16 port tls-version vrf
/ip service webserver>21: acme-plain>21 crl-plain>21 graphs-plain>21 graphs-secure>21 index-plain>21 index-secure>21 rest-plain>21 rest-secure>21
 scep-plain>21 webfig-plain>21 webfig-secure>21
/ip settings: accept-redirects accept-source-route allow-fast-path arp-timeout icmp-errors-use-inbound-interface-address>17 icmp-rate-limit
 icmp-rate-mask ip-forward ipv4-fragment-time>23 ipv4-high-fragment-thresh>23 ipv4-multipath-hash-policy>16 max-neighbor-entries route-cache<12
 rp-filter secure-redirects send-redirects tcp-syncookies tcp-timestamps>17
/ip smb: allow-guests<13 comment domain enabled interfaces
/ip smb shares: comment directory disabled invalid-users>14 max-sessions<13 name read-only>14 require-encryption>14 valid-users>14
/ip smb users: comment disabled name password read-only
/ip socks: auth-method connection-idle-timeout enabled max-connections port version vrf
/ip socks access: action comment disabled dst-address dst-port src-address src-port
/ip socks connections: dst-address rx src-address tx type
/ip socks users: disabled name only-one password rate-limit
/ip socksify>20: comment>20 connection-timeout>20 disabled>20 name>20 port>20 socks5-password>20 socks5-port>20 socks5-server>20 socks5-user>20
/ip ssh: allow-none-crypto<16 always-allow-password-login<20 ciphers>17 forwarding-enabled host-key-size host-key-type password-authentication>21
 publickey-authentication-options>21 strong-crypto
/ip tftp: allow allow-overwrite allow-rollover comment disabled ip-addresses read-only reading-window-size real-filename req-filename
/ip tftp settings: max-block-size
/ip traffic-flow: active-flow-timeout cache-entries enabled inactive-flow-timeout interfaces packet-sampling sampling-interval sampling-space
/ip traffic-flow ipfix: bytes dst-address dst-address-mask dst-mac-address dst-port first-forwarded gateway icmp-code icmp-type igmp-type
 in-interface ip-header-length ip-total-length ipv6-flow-label is-multicast last-forwarded nat-dst-address nat-dst-port nat-events nat-src-address
 nat-src-port out-interface packets protocol src-address src-address-mask src-mac-address src-port sys-init-time tcp-ack-num tcp-flags tcp-seq-num
 tcp-window-size tos ttl udp-length
/ip traffic-flow target: disabled dst-address port src-address v9-template-refresh v9-template-timeout version
/ip upnp: allow-disable-external-interface enabled show-dummy-rule
/ip upnp interfaces: disabled forced-ip interface type
/ip vrf: comment disabled interfaces name
/ipv6 address: address advertise auto-link-local>18 comment disabled eui-64 from-pool from-pool-policy>23 interface no-dad
/ipv6 dhcp-client: accept-prefix-without-address>20 add-default-route allow-reconfigure>17 check-gateway>19 comment custom-duid>18 custom-iana-id>20
 custom-iapd-id>20 default-route-distance default-route-tables>19 dhcp-options disabled interface pool-name pool-prefix-length
 prefix-address-lists>17 prefix-hint rapid-commit request script use-interface-duid use-peer-dns validate-server-duid>18
/ipv6 dhcp-client option: code comment>16 name value
/ipv6 dhcp-relay: comment delay-threshold dhcp-options>21 dhcp-server disabled interface link-address name store-relayed-bindings>18
/ipv6 dhcp-relay option>21: code>21 comment>21 name>21 only-if-mac-available>21 value>21
/ipv6 dhcp-server: address-lists>17 address-pool allow-dual-stack-queue binding-script comment dhcp-option disabled ignore-ia-na-bindings>20
 insert-queue-before interface lease-time name parent-queue preference prefix-pool>17 rapid-commit route-distance use-radius use-reconfigure>17
/ipv6 dhcp-server binding: address address-lists allow-dual-stack-queue comment dhcp-option disabled duid ia-type>17 iaid insert-queue-before
 life-time parent-queue>16 prefix-pool queue-type rate-limit server
/ipv6 dhcp-server option: code comment>16 name value
/ipv6 dhcp-server option sets: comment>23 name options
/ipv6 firewall address-list: address comment disabled dynamic list timeout
/ipv6 firewall filter: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-nat-state
 connection-rate connection-state connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port headers
 hop-limit icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy jump-target limit log
 log-prefix nth out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size per-connection-classifier port
 priority protocol random reject-with routing-mark src-address src-address-list src-address-type src-mac-address src-port tcp-flags tcp-mss time
 tls-host tos>21
/ipv6 firewall mangle: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-nat-state
 connection-rate connection-state connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port dst-prefix
 headers hop-limit icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy jump-target limit
 log log-prefix new-connection-mark new-dscp new-hop-limit new-mss new-packet-mark new-priority new-routing-mark nth out-bridge-port
 out-bridge-port-list out-interface out-interface-list packet-mark packet-size passthrough per-connection-classifier port priority protocol random
 routing-mark sniff-id sniff-target sniff-target-port src-address src-address-list src-address-type src-mac-address src-port src-prefix tcp-flags
 tcp-mss time tls-host tos>21
/ipv6 firewall nat: action address-list address-list-timeout chain comment connection-bytes connection-limit connection-mark connection-rate
 connection-state connection-type content disabled dscp dst-address dst-address-list dst-address-type dst-limit dst-port headers hop-limit
 icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy jump-target limit log log-prefix nth
 out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size per-connection-classifier port priority protocol
 random routing-mark src-address src-address-list src-address-type src-mac-address src-port tcp-flags tcp-mss time tls-host<15 to-address to-ports
 tos>21
/ipv6 firewall raw: action address-list address-list-timeout chain comment content disabled dscp dst-address dst-address-list dst-address-type
 dst-limit dst-port headers hop-limit icmp-options in-bridge-port in-bridge-port-list in-interface in-interface-list ingress-priority ipsec-policy
 jump-target limit log log-prefix nth out-bridge-port out-bridge-port-list out-interface out-interface-list packet-mark packet-size
 per-connection-classifier port priority protocol random src-address src-address-list src-address-type src-mac-address src-port tcp-flags tcp-mss
 time tls-host tos>21
/ipv6 nd: advertise-dns advertise-mac-address comment disabled dns hop-limit interface managed-address-configuration mtu other-configuration pref64
 ra-delay ra-interval ra-lifetime ra-preference reachable-time retransmit-interval
/ipv6 nd prefix: 6to4-interface autonomous comment dhcp6-pd-preferred>22 disabled interface on-link preferred-lifetime prefix valid-lifetime
/ipv6 nd prefix default: autonomous dhcp6-pd-preferred>22 preferred-lifetime valid-lifetime
/ipv6 nd proxy>20: address>20 comment>20 disabled>20 interface>20
/ipv6 nd settings>23: router-advertisement-ignored-options>23 router-advertisement-route-distance>23
/ipv6 neighbor>18: address>18 comment>18 disabled>18 interface>18 mac-address>18
/ipv6 pool: comment from-pool>22 name prefix prefix-length
/ipv6 route: blackhole check-gateway comment disabled distance dst-address gateway pref-src>20 routing-table scope suppress-hw-offload>12<20
 target-scope vrf-interface
/ipv6 settings: accept-redirects accept-router-advertisements accept-router-advertisements-on>21 allow-fast-path>18 disable-ipv6
 disable-link-local-address>18 forward max-neighbor-entries min-neighbor-entries>17 multipath-hash-policy>16 soft-max-neighbor-entries>17
 stale-neighbor-detect-interval>17 stale-neighbor-timeout>17
`;
