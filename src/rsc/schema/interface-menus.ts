/** Menus below /interface that a configuration can state, with their properties; see `schema.ts`. */
export const interfaceMenus = `
/interface: comment disabled l2mtu mtu name
/interface 6to4: clamp-tcp-mss comment disabled dont-fragment dscp ipsec-secret keepalive local-address mtu name remote-address
/interface amt>18<18: comment>18<18 disabled>18<18 discovery-ip>18<18 dont-fragment>18<18 gateway-port>18<18 interface>18<18 local-ip>18<18
 mac-address>18<18 max-tunnels>18<18 mode>18<18 name>18<18 relay-port>18<18
/interface bonding: arp arp-interval arp-ip-targets arp-timeout comment disabled down-delay forced-mac-address lacp-mode>19 lacp-rate
 lacp-system-id>21 lacp-system-priority>21 lacp-user-key link-monitoring mii-interval min-links mlag-id mode mtu name primary slaves
 transmit-hash-policy up-delay
/interface bridge: add-dhcp-option82<22 admin-mac ageing-time arp arp-timeout auto-mac comment dhcp-agent-circuit-id>23 dhcp-agent-remote-id>23
 dhcp-snooping dhcpv6-agent-circuit-id>23 dhcpv6-agent-remote-id>23 dhcpv6-snooping>23 disabled ether-type fast-forward forward-delay
 forward-reserved-addresses>16 frame-types igmp-snooping igmp-version ingress-filtering last-member-interval last-member-query-count max-hops
 max-learned-entries>16 max-message-age membership-interval mlag-heartbeat>22 mlag-peer-port>22 mlag-priority>22 mld-version mtu multicast-querier
 multicast-router mvrp>15 name port-cost-mode>13 priority protocol-mode pvid querier-interval querier-uses-bridge-address>24 query-interval
 query-response-interval ra-guard>22 region-name region-revision startup-query-count startup-query-interval transmit-hold-count vlan-filtering
/interface bridge calea: 802.3-sap 802.3-type action arp-dst-address arp-dst-mac-address arp-gratuitous arp-hardware-type arp-opcode arp-packet-type
 arp-src-address arp-src-mac-address chain comment disabled dst-address dst-address6 dst-mac-address dst-port in-bridge in-bridge-list in-interface
 in-interface-list ingress-priority ip-protocol limit log log-prefix mac-protocol out-bridge out-bridge-list out-interface out-interface-list
 packet-mark packet-type sniff-id sniff-target sniff-target-port src-address src-address6 src-mac-address src-port stp-flags stp-forward-delay
 stp-hello-time stp-max-age stp-msg-age stp-port stp-root-address stp-root-cost stp-root-priority stp-sender-address stp-sender-priority stp-type
 tls-host vlan-encap vlan-id vlan-priority
/interface bridge filter: 802.3-sap 802.3-type action arp-dst-address arp-dst-mac-address arp-gratuitous arp-hardware-type arp-opcode
 arp-packet-type arp-src-address arp-src-mac-address chain comment disabled dst-address dst-address6 dst-mac-address dst-port in-bridge
 in-bridge-list in-interface in-interface-list ingress-priority ip-protocol jump-target limit log log-prefix mac-protocol new-packet-mark
 new-priority out-bridge out-bridge-list out-interface out-interface-list packet-mark packet-type passthrough src-address src-address6
 src-mac-address src-port stp-flags stp-forward-delay stp-hello-time stp-max-age stp-msg-age stp-port stp-root-address stp-root-cost
 stp-root-priority stp-sender-address stp-sender-priority stp-type tls-host vlan-encap vlan-id vlan-priority
/interface bridge host: bridge comment disabled interface mac-address vid
/interface bridge mdb: bridge comment disabled group interface>19 ports<18 vid
/interface bridge msti: bridge comment disabled identifier priority vlan-mapping
/interface bridge nat: 802.3-sap 802.3-type action arp-dst-address arp-dst-mac-address arp-gratuitous arp-hardware-type arp-opcode arp-packet-type
 arp-src-address arp-src-mac-address chain comment disabled dst-address dst-address6 dst-mac-address dst-port in-bridge in-bridge-list in-interface
 in-interface-list ingress-priority ip-protocol jump-target limit log log-prefix mac-protocol new-packet-mark new-priority out-bridge
 out-bridge-list out-interface out-interface-list packet-mark packet-type passthrough src-address src-address6 src-mac-address src-port stp-flags
 stp-forward-delay stp-hello-time stp-max-age stp-msg-age stp-port stp-root-address stp-root-cost stp-root-priority stp-sender-address
 stp-sender-priority stp-type tls-host to-arp-reply-mac-address to-dst-mac-address to-src-mac-address vlan-encap vlan-id vlan-priority
/interface bridge port: auto-isolate bpdu-guard bridge broadcast-flood comment disabled edge fast-leave frame-types horizon hw ingress-filtering
 interface internal-path-cost learn multicast-router mvrp-applicant-state>15 mvrp-registrar-state>15 path-cost point-to-point priority pvid
 restricted-role restricted-tcn tag-stacking trusted trusted-dhcpv6>23 trusted-ra>22 unknown-multicast-flood unknown-unicast-flood
/interface bridge port mst-override: comment disabled identifier interface internal-path-cost priority
/interface bridge port-controller<17: bridge<17 cascade-ports<17 switch<17
/interface bridge port-controller device<17: name<17
/interface bridge port-controller port<17: disabled<17 name<17
/interface bridge port-extender<17: control-ports<17 excluded-ports<17 switch<17
/interface bridge settings: allow-fast-path use-ip-firewall use-ip-firewall-for-pppoe use-ip-firewall-for-vlan
/interface bridge vlan: bridge comment disabled mvrp-forbidden>15 tagged untagged vlan-ids
/interface detect-internet: detect-interface-list internet-interface-list lan-interface-list request-interval>22 wan-interface-list
/interface dot1x client: anon-identity certificate comment disabled eap-methods identity interface password
/interface dot1x server: accounting auth-timeout auth-types comment disabled guest-vlan-id interface interim-update mac-auth-mode radius-mac-format
 reauth-period>24 reauth-timeout reject-vlan-id retrans-timeout server-fail-vlan-id
/interface dot1x server active:
/interface eoip: allow-fast-path arp arp-timeout clamp-tcp-mss comment disabled dont-fragment dscp ipsec-secret keepalive local-address loop-protect
 loop-protect-disable-time loop-protect-send-interval mac-address mtu name remote-address tunnel-id
/interface eoipv6: arp arp-timeout clamp-tcp-mss comment disabled dont-fragment>21 dscp ipsec-secret keepalive local-address loop-protect
 loop-protect-disable-time loop-protect-send-interval mac-address mtu name remote-address tunnel-id
/interface ethernet: advertise arp arp-timeout auto-negotiation cable-settings combo-mode comment disable-running-check disabled fec-mode
 full-duplex<11 l2mtu loop-protect loop-protect-disable-time loop-protect-send-interval mac-address mdix-enable mtu name orig-mac-address
 rx-flow-control sfp-ignore-rx-los>15 sfp-rate-select sfp-shutdown-temperature speed tx-flow-control
/interface gre: allow-fast-path clamp-tcp-mss comment disabled dont-fragment dscp ipsec-secret keepalive local-address mtu name remote-address
/interface gre6: clamp-tcp-mss comment disabled dont-fragment>21 dscp ipsec-secret keepalive local-address mtu name remote-address
/interface ipip: allow-fast-path clamp-tcp-mss comment disabled dont-fragment dscp ipsec-secret keepalive local-address mtu name remote-address
/interface ipipv6: clamp-tcp-mss comment disabled dont-fragment>21 dscp ipsec-secret keepalive local-address mtu name remote-address
/interface l2tp-client: add-default-route allow allow-fast-path comment connect-to default-route-distance dial-on-demand disabled ipsec-secret
 keepalive-timeout l2tp-proto-version l2tpv3-circuit-id l2tpv3-cookie-length l2tpv3-digest-hash max-mru max-mtu mrru name password profile
 random-source-port>18 src-address use-ipsec use-peer-dns user
/interface l2tp-ether: allow-fast-path circuit-id comment connect-to cookie-length digest-hash disabled ipsec-secret l2tp-proto-version
 local-address local-session-id local-tunnel-id mac-address mtu name peer-cookie remote-session-id remote-tunnel-id send-cookie unmanaged-mode
 use-ipsec use-l2-specific-sublayer
/interface l2tp-server: comment disabled name user
/interface l2tp-server server: accept-proto-version accept-pseudowire-type allow-fast-path authentication caller-id-type default-profile enabled
 ipsec-secret keepalive-timeout l2tpv3-circuit-id l2tpv3-cookie-length l2tpv3-digest-hash l2tpv3-ether-interface-list max-mru max-mtu max-sessions
 mrru one-session-per-host use-ipsec
/interface list: comment exclude include name
/interface list member: comment disabled interface list
/interface lte: allow-roaming apn-profiles band comment disabled master<14 modem-init mtu name network-mode nr-band operator pin sms-protocol>16
 sms-read>13
/interface lte apn: add-default-route apn authentication comment default-route-distance ip-type ipv6-interface name passthrough-interface
 passthrough-mac passthrough-subnet-selection<12 passthrough-subnet-size>13 password use-network-apn use-peer-dns user
/interface lte esim>17:
/interface lte settings: esim-channel>17 firmware-path info-polling-interval>13 link-recovery-timer>19 mode
/interface macsec: cak ckn comment disabled interface mtu name profile
/interface macsec profile: ciphers>23 name server-priority
/interface macvlan>12: arp>12 arp-timeout>12 comment>12 disabled>12 interface>12 loop-protect>12 loop-protect-disable-time>12
 loop-protect-send-interval>12 mac-address>12 mode>12 mtu>12 name>12
/interface mesh: admin-mac arp arp-timeout auto-mac comment disabled hwmp-default-hoplimit hwmp-prep-lifetime hwmp-preq-destination-only
 hwmp-preq-reply-and-forward hwmp-preq-retries hwmp-preq-waiting-time hwmp-rann-interval hwmp-rann-lifetime hwmp-rann-propagation-delay mesh-portal
 mtu name reoptimize-paths
/interface mesh port: comment disabled hello-interval interface mesh path-cost port-type
/interface ovpn-client: add-default-route auth certificate cipher comment connect-to disabled disconnect-notify mac-address max-mtu mode name
 password port profile protocol route-nopull tls-version use-peer-dns user verify-server-certificate
/interface ovpn-server: comment disabled name user
/interface ovpn-server server: auth certificate cipher comment>17 default-profile disabled>17 enable-tun-ipv6 enabled<16 ipv6-prefix-len
 keepalive-timeout mac-address max-mtu mode name>17 netmask port protocol push-routes>14 push-routes-ipv6>21 redirect-gateway reneg-sec
 require-client-certificate tls-version tun-server-ipv6 user-auth-method>17 vrf>17
/interface ppp-client: add-default-route allow apn comment data-channel default-route-distance dial-command dial-on-demand disabled info-channel
 keepalive-timeout max-mru max-mtu modem-init mrru name network-mode>20 null-modem password phone pin port profile remote-address use-peer-dns user
/interface ppp-server: authentication comment data-channel disabled max-mru max-mtu modem-init mrru name null-modem port profile ring-count
/interface pppoe-client: ac-name add-default-route allow comment default-route-distance dial-on-demand disabled host-uniq interface
 keepalive-timeout max-mru max-mtu mrru name password profile service-name use-peer-dns user
/interface pppoe-server: comment disabled name service user
/interface pppoe-server server: accept-empty-service accept-untagged>20 authentication comment default-profile disabled interface keepalive-timeout
 max-mru max-mtu max-sessions mrru one-session-per-host pado-delay pppoe-over-vlan-range>17 service-name
/interface pptp-client: add-default-route allow comment connect-to default-route-distance dial-on-demand disabled keepalive-timeout max-mru max-mtu
 mrru name password profile use-peer-dns user
/interface pptp-server: comment disabled name user
/interface pptp-server server: authentication default-profile enabled keepalive-timeout max-mru max-mtu mrru
/interface sstp-client: add-default-route add-sni>15 authentication certificate ciphers>14 comment connect-to default-route-distance dial-on-demand
 disabled http-proxy keepalive-timeout max-mru max-mtu mrru name password pfs port profile proxy-port tls-version user
 verify-server-address-from-certificate verify-server-certificate
/interface sstp-server: comment disabled name user
/interface sstp-server server: authentication certificate ciphers>14 default-profile enabled keepalive-timeout max-mru max-mtu mrru pfs port
 tls-version verify-client-certificate
/interface veth: address comment container-mac-address>21 dhcp>20 disabled gateway gateway6>11 mac-address>20 name
/interface vlan: arp arp-timeout comment disabled interface loop-protect loop-protect-disable-time loop-protect-send-interval mtu mvrp>15 name
 use-service-tag vlan-id
/interface vpls: arp arp-timeout bridge bridge-cost bridge-horizon bridge-pvid>17 cisco-static-id comment disable-running-check disabled mac-address
 mtu name peer pw-control-word pw-l2mtu pw-type vpls-id
/interface vrrp: arp arp-timeout authentication comment connection-tracking-mode>20 connection-tracking-port>20 disabled group-authority>10
 group-master interface interval mtu<19 name on-backup on-fail on-master password preemption-mode priority remote-address sync-connection-tracking
 v3-checksum-as-v2>24 v3-protocol version vrid
/interface vxlan: allow-fast-path arp arp-timeout bridge>18 bridge-pvid>18 checksum>20 comment disabled dont-fragment group hw>18 interface
 learning>20 local-address loop-protect loop-protect-disable-time loop-protect-send-interval mac-address max-fdb-size mtu name port rem-csum>20
 ttl>18 vni vrf<19 vtep-vrf>20 vteps-ip-version
/interface vxlan vteps: comment>16 disabled>18 interface port<17 remote-ip
/interface wifi>13: aaa>13 aaa.called-format>13 aaa.calling-format>13 aaa.interim-update>13 aaa.mac-caching>13 aaa.nas-identifier>13
 aaa.password-format>13 aaa.username-format>13 arp>13 arp-timeout>13 channel>13 channel.afc>24 channel.band>13 channel.deprioritize-unii-3-4>20
 channel.frequency>13 channel.preamble-puncturing>22 channel.reselect-interval>15 channel.reselect-time>19 channel.secondary-frequency>13
 channel.skip-dfs-channels>13 channel.width>13 comment>13 configuration>13 configuration.antenna-gain>13 configuration.beacon-interval>13
 configuration.chains>13 configuration.country>13 configuration.distance>14 configuration.dtim-period>13 configuration.hide-ssid>13
 configuration.hw-protection-mode>21 configuration.installation>17 configuration.manager>13 configuration.max-clients>18 configuration.mode>13
 configuration.multicast-enhance>13 configuration.qos-classifier>13 configuration.ssid>13 configuration.station-roaming>17
 configuration.tx-chains>13 configuration.tx-power>13 datapath>13 datapath.bridge>13 datapath.bridge-cost>13 datapath.bridge-horizon>13
 datapath.client-isolation>13 datapath.interface-list>13 datapath.openflow-switch>20 datapath.traffic-processing>19 datapath.vlan-id>13
 disable-running-check>13 disabled>13 interworking>13 interworking.3gpp-info>13 interworking.3gpp-info-raw>21 interworking.authentication-types>13
 interworking.connection-capabilities>13 interworking.domain-names>13 interworking.esr>13 interworking.hessid>13 interworking.hotspot20>13
 interworking.hotspot20-dgaf>13 interworking.internet>13 interworking.ipv4-availability>13 interworking.ipv6-availability>13
 interworking.network-type>13 interworking.operational-classes>13 interworking.operator-names>13 interworking.realms>13 interworking.realms-raw>21
 interworking.roaming-ois>13 interworking.uesa>13 interworking.venue>13 interworking.venue-names>13 interworking.wan-at-capacity>13
 interworking.wan-downlink>13 interworking.wan-downlink-load>13 interworking.wan-measurement-duration>13 interworking.wan-status>13
 interworking.wan-symmetric>13 interworking.wan-uplink>13 interworking.wan-uplink-load>13 l2mtu>13 mac-address>13 master-interface>13
 mld-interface>22 mld-name>22 mtu>13 name>13 radio-mac>13 security>13 security.authentication-types>13 security.beacon-protection>21
 security.connect-group>13 security.connect-priority>13 security.dh-groups>13 security.disable-pmkid>13 security.eap-accounting>13
 security.eap-anonymous-identity>13 security.eap-certificate-mode>13 security.eap-methods>13 security.eap-password>13
 security.eap-tls-certificate>13 security.eap-username>13 security.encryption>13 security.ft>13 security.ft-mobility-domain>13
 security.ft-nas-identifier>13 security.ft-over-ds>13 security.ft-preserve-vlanid>13 security.ft-r0-key-lifetime>13
 security.ft-reassociation-deadline>13 security.group-encryption>13 security.group-key-update>13 security.management-encryption>13
 security.management-protection>13 security.multi-passphrase-group>17 security.owe-transition-interface>13 security.passphrase>13
 security.sae-anti-clogging-threshold>13 security.sae-max-failure-rate>13 security.sae-pwe>13 security.wps>13 steering>13 steering.2g-probe-delay>18
 steering.neighbor-group>13 steering.rrm>13 steering.transition-request-count>21 steering.transition-request-period>21
 steering.transition-threshold>21 steering.transition-threshold-time>21 steering.transition-time>21 steering.wnm>13
/interface wifi aaa>13: called-format>13 calling-format>13 comment>13 disabled>13 interim-update>13 mac-caching>13 name>13 nas-identifier>13
 password-format>13 username-format>13
/interface wifi access-list>13: action>13 allow-signal-out-of-range>13 client-isolation>13 comment>13 days>21 disabled>13 interface>13
 mac-address>13 mac-address-mask>13 multi-passphrase-group>17 passphrase>13 radius-accounting>13 signal-range>13 ssid-regexp>13 time>13 vlan-id>13
/interface wifi actual-configuration>13<14: aaa.called-format>13<14 aaa.calling-format>13<14 aaa.interim-update>13<14 aaa.mac-caching>13<14
 aaa.nas-identifier>13<14 aaa.password-format>13<14 aaa.username-format>13<14 arp>13<14 arp-timeout>13<14 channel.band>13<14 channel.frequency>13<14
 channel.secondary-frequency>13<14 channel.skip-dfs-channels>13<14 channel.width>13<14 comment>13<14 configuration.antenna-gain>13<14
 configuration.beacon-interval>13<14 configuration.chains>13<14 configuration.country>13<14 configuration.distance>14<14
 configuration.dtim-period>13<14 configuration.hide-ssid>13<14 configuration.manager>13<14 configuration.mode>13<14
 configuration.multicast-enhance>13<14 configuration.qos-classifier>13<14 configuration.ssid>13<14 configuration.tx-chains>13<14
 configuration.tx-power>13<14 datapath.bridge>13<14 datapath.bridge-cost>13<14 datapath.bridge-horizon>13<14 datapath.client-isolation>13<14
 datapath.interface-list>13<14 datapath.vlan-id>13<14 disable-running-check>13<14 interworking.3gpp-info>13<14
 interworking.authentication-types>13<14 interworking.connection-capabilities>13<14 interworking.domain-names>13<14 interworking.esr>13<14
 interworking.hessid>13<14 interworking.hotspot20>13<14 interworking.hotspot20-dgaf>13<14 interworking.internet>13<14
 interworking.ipv4-availability>13<14 interworking.ipv6-availability>13<14 interworking.network-type>13<14 interworking.operational-classes>13<14
 interworking.operator-names>13<14 interworking.realms>13<14 interworking.roaming-ois>13<14 interworking.uesa>13<14 interworking.venue>13<14
 interworking.venue-names>13<14 interworking.wan-at-capacity>13<14 interworking.wan-downlink>13<14 interworking.wan-downlink-load>13<14
 interworking.wan-measurement-duration>13<14 interworking.wan-status>13<14 interworking.wan-symmetric>13<14 interworking.wan-uplink>13<14
 interworking.wan-uplink-load>13<14 l2mtu>13<14 mac-address>13<14 master-interface>13<14 mtu>13<14 name>13<14 radio-mac>13<14
 security.authentication-types>13<14 security.connect-group>13<14 security.connect-priority>13<14 security.dh-groups>13<14
 security.disable-pmkid>13<14 security.eap-accounting>13<14 security.eap-anonymous-identity>13<14 security.eap-certificate-mode>13<14
 security.eap-methods>13<14 security.eap-password>13<14 security.eap-tls-certificate>13<14 security.eap-username>13<14 security.encryption>13<14
 security.ft>13<14 security.ft-mobility-domain>13<14 security.ft-nas-identifier>13<14 security.ft-over-ds>13<14 security.ft-preserve-vlanid>13<14
 security.ft-r0-key-lifetime>13<14 security.ft-reassociation-deadline>13<14 security.group-encryption>13<14 security.group-key-update>13<14
 security.management-encryption>13<14 security.management-protection>13<14 security.owe-transition-interface>13<14 security.passphrase>13<14
 security.sae-anti-clogging-threshold>13<14 security.sae-max-failure-rate>13<14 security.sae-pwe>13<14 security.wps>13<14
 steering.neighbor-group>13<14 steering.rrm>13<14 steering.wnm>13<14
/interface wifi cap>13: caps-man-addresses>13 caps-man-certificate-common-names>13 caps-man-names>13 certificate>13 discovery-interfaces>13
 enabled>13 lock-to-caps-man>13 mld-datapath>22 mld-static>22 slaves-datapath>13 slaves-static>13
/interface wifi capsman>13: ca-certificate>13 certificate>13 enabled>13 interfaces>13 package-path>13 require-peer-certificate>13 upgrade-policy>13
/interface wifi capsman remote-cap>13:
/interface wifi channel>13: afc>24 band>13 comment>13 deprioritize-unii-3-4>20 disabled>13 frequency>13 name>13 preamble-puncturing>22
 reselect-interval>15 reselect-time>19 secondary-frequency>13 skip-dfs-channels>13 width>13
/interface wifi configuration>13: aaa>13 aaa.called-format>13 aaa.calling-format>13 aaa.interim-update>13 aaa.mac-caching>13 aaa.nas-identifier>13
 aaa.password-format>13 aaa.username-format>13 antenna-gain>13 beacon-interval>13 chains>13 channel>13 channel.afc>24 channel.band>13
 channel.deprioritize-unii-3-4>20 channel.frequency>13 channel.preamble-puncturing>22 channel.reselect-interval>15 channel.reselect-time>19
 channel.secondary-frequency>13 channel.skip-dfs-channels>13 channel.width>13 comment>13 country>13 datapath>13 datapath.bridge>13
 datapath.bridge-cost>13 datapath.bridge-horizon>13 datapath.client-isolation>13 datapath.interface-list>13 datapath.openflow-switch>20
 datapath.traffic-processing>19 datapath.vlan-id>13 disabled>13 distance>14 dtim-period>13 hide-ssid>13 hw-protection-mode>21 installation>17
 interworking>13 interworking.3gpp-info>13 interworking.3gpp-info-raw>21 interworking.authentication-types>13
 interworking.connection-capabilities>13 interworking.domain-names>13 interworking.esr>13 interworking.hessid>13 interworking.hotspot20>13
 interworking.hotspot20-dgaf>13 interworking.internet>13 interworking.ipv4-availability>13 interworking.ipv6-availability>13
 interworking.network-type>13 interworking.operational-classes>13 interworking.operator-names>13 interworking.realms>13 interworking.realms-raw>21
 interworking.roaming-ois>13 interworking.uesa>13 interworking.venue>13 interworking.venue-names>13 interworking.wan-at-capacity>13
 interworking.wan-downlink>13 interworking.wan-downlink-load>13 interworking.wan-measurement-duration>13 interworking.wan-status>13
 interworking.wan-symmetric>13 interworking.wan-uplink>13 interworking.wan-uplink-load>13 manager>13 max-clients>18 mode>13 multicast-enhance>13
 name>13 qos-classifier>13 security>13 security.authentication-types>13 security.beacon-protection>21 security.connect-group>13
 security.connect-priority>13 security.dh-groups>13 security.disable-pmkid>13 security.eap-accounting>13 security.eap-anonymous-identity>13
 security.eap-certificate-mode>13 security.eap-methods>13 security.eap-password>13 security.eap-tls-certificate>13 security.eap-username>13
 security.encryption>13 security.ft>13 security.ft-mobility-domain>13 security.ft-nas-identifier>13 security.ft-over-ds>13
 security.ft-preserve-vlanid>13 security.ft-r0-key-lifetime>13 security.ft-reassociation-deadline>13 security.group-encryption>13
 security.group-key-update>13 security.management-encryption>13 security.management-protection>13 security.multi-passphrase-group>17
 security.owe-transition-interface>13 security.passphrase>13 security.sae-anti-clogging-threshold>13 security.sae-max-failure-rate>13
 security.sae-pwe>13 security.wps>13 ssid>13 station-roaming>17 steering>13 steering.2g-probe-delay>18 steering.neighbor-group>13 steering.rrm>13
 steering.transition-request-count>21 steering.transition-request-period>21 steering.transition-threshold>21 steering.transition-threshold-time>21
 steering.transition-time>21 steering.wnm>13 tx-chains>13 tx-power>13
/interface wifi datapath>13: bridge>13 bridge-cost>13 bridge-horizon>13 client-isolation>13 comment>13 disabled>13 interface-list>13 name>13
 openflow-switch>20 traffic-processing>19 vlan-id>13
/interface wifi interworking>13: 3gpp-info>13 3gpp-info-raw>21 authentication-types>13 comment>13 connection-capabilities>13 disabled>13
 domain-names>13 esr>13 hessid>13 hotspot20>13 hotspot20-dgaf>13 internet>13 ipv4-availability>13 ipv6-availability>13 name>13 network-type>13
 operational-classes>13 operator-names>13 realms>13 realms-raw>21 roaming-ois>13 uesa>13 venue>13 venue-names>13 wan-at-capacity>13 wan-downlink>13
 wan-downlink-load>13 wan-measurement-duration>13 wan-status>13 wan-symmetric>13 wan-uplink>13 wan-uplink-load>13
/interface wifi network>22: beacon-interval>22 comment>22 datapath.bridge>22 datapath.bridge-cost>22 datapath.bridge-horizon>22
 datapath.client-isolation>22 datapath.interface-list>22 datapath.openflow-switch>22 datapath.traffic-processing>22 datapath.vlan-id>22 disabled>22
 dtim-period>22 hide-ssid>22 hw-protection-mode>22 labels>22 max-clients>22 mlo>22 mode>22 multicast-enhance>22 qos-classifier>22
 security.authentication-types>22 security.beacon-protection>22 security.connect-group>22 security.connect-priority>22 security.dh-groups>22
 security.disable-pmkid>22 security.eap-accounting>22 security.eap-anonymous-identity>22 security.eap-certificate-mode>22 security.eap-methods>22
 security.eap-password>22 security.eap-tls-certificate>22 security.eap-username>22 security.encryption>22 security.ft>22
 security.ft-mobility-domain>22 security.ft-nas-identifier>22 security.ft-over-ds>22 security.ft-preserve-vlanid>22 security.ft-r0-key-lifetime>22
 security.ft-reassociation-deadline>22 security.group-encryption>22 security.group-key-update>22 security.management-encryption>22
 security.management-protection>22 security.multi-passphrase-group>22 security.owe-transition-interface>22 security.passphrase>22
 security.sae-anti-clogging-threshold>22 security.sae-max-failure-rate>22 security.sae-pwe>22 security.wps>22 ssid>22 station-roaming>22
/interface wifi network radio>22: channel.afc>24 channel.band>22 channel.deprioritize-unii-3-4>22 channel.frequency>22
 channel.preamble-puncturing>22 channel.reselect-interval>22 channel.reselect-time>22 channel.secondary-frequency>22 channel.skip-dfs-channels>22
 channel.width>22 comment>22 configuration.antenna-gain>22 configuration.chains>22 configuration.country>22 configuration.distance>22
 configuration.installation>22 configuration.tx-chains>22 configuration.tx-power>22 disabled>22 extra-labels>22 labels>22
 security.authentication-types>22
/interface wifi provisioning>13: action>13 address-ranges>13 comment>13 common-name-regexp>13 disabled>13 identity-regexp>13 master-configuration>13
 multi-link-mode>22 name-format>13 radio-mac>13 slave-configurations>13 slave-name-format>16 supported-bands>13 supported-hw-caps>22
/interface wifi radio settings>17: external-antenna>17 wifi-band>17
/interface wifi security>13: authentication-types>13 beacon-protection>21 comment>13 connect-group>13 connect-priority>13 dh-groups>13
 disable-pmkid>13 disabled>13 eap-accounting>13 eap-anonymous-identity>13 eap-certificate-mode>13 eap-methods>13 eap-password>13
 eap-tls-certificate>13 eap-username>13 encryption>13 ft>13 ft-mobility-domain>13 ft-nas-identifier>13 ft-over-ds>13 ft-preserve-vlanid>13
 ft-r0-key-lifetime>13 ft-reassociation-deadline>13 group-encryption>13 group-key-update>13 management-encryption>13 management-protection>13
 multi-passphrase-group>17 name>13 owe-transition-interface>13 passphrase>13 sae-anti-clogging-threshold>13 sae-max-failure-rate>13 sae-pwe>13
 wps>13
/interface wifi security multi-passphrase>17: comment>17 disabled>17 expires>17 group>17 isolation>17 passphrase>17 vlan-id>17
/interface wifi steering>13: 2g-probe-delay>18 comment>13 disabled>13 name>13 neighbor-group>13 rrm>13 transition-request-count>21
 transition-request-period>21 transition-threshold>21 transition-threshold-time>21 transition-time>21 wnm>13
/interface wifi steering neighbor-group>13: comment>13
/interface wifiwave2<12: aaa<12 aaa.called-format<12 aaa.calling-format<12 aaa.interim-update<12 aaa.mac-caching<12 aaa.nas-identifier<12
 aaa.password-format<12 aaa.username-format<12 arp<12 arp-timeout<12 channel<12 channel.band<12 channel.frequency<12 channel.secondary-frequency<12
 channel.skip-dfs-channels<12 channel.width<12 comment<12 configuration<12 configuration.antenna-gain<12 configuration.beacon-interval<12
 configuration.chains<12 configuration.country<12 configuration.dtim-period<12 configuration.hide-ssid<12 configuration.manager<12
 configuration.mode<12 configuration.multicast-enhance>12<12 configuration.qos-classifier>12<12 configuration.rrm<10 configuration.ssid<12
 configuration.tx-chains<12 configuration.tx-power<12 datapath<12 datapath.bridge<12 datapath.bridge-cost<12 datapath.bridge-horizon<12
 datapath.client-isolation<12 datapath.interface-list<12 datapath.openflow-switch<12 datapath.vlan-id<12 disable-running-check<12 disabled<12
 interworking<12 interworking.3gpp-info<12 interworking.authentication-types<12 interworking.connection-capabilities<12 interworking.domain-names<12
 interworking.esr<12 interworking.hessid<12 interworking.hotspot20<12 interworking.hotspot20-dgaf<12 interworking.internet<12
 interworking.ipv4-availability<12 interworking.ipv6-availability<12 interworking.network-type<12 interworking.operational-classes<12
 interworking.operator-names<12 interworking.realms<12 interworking.roaming-ois<12 interworking.uesa<12 interworking.venue<12
 interworking.venue-names<12 interworking.wan-at-capacity<12 interworking.wan-downlink<12 interworking.wan-downlink-load<12
 interworking.wan-measurement-duration<12 interworking.wan-status<12 interworking.wan-symmetric<12 interworking.wan-uplink<12
 interworking.wan-uplink-load<12 l2mtu<12 mac-address<12 master-interface<12 mtu<12 name<12 radio-mac>12<12 security<12
 security.authentication-types<12 security.connect-group>11<12 security.connect-priority>11<12 security.dh-groups<12 security.disable-pmkid<12
 security.eap-accounting<12 security.eap-anonymous-identity<12 security.eap-certificate-mode<12 security.eap-methods<12 security.eap-password<12
 security.eap-tls-certificate<12 security.eap-username<12 security.encryption<12 security.ft<12 security.ft-mobility-domain<12
 security.ft-nas-identifier<12 security.ft-over-ds<12 security.ft-preserve-vlanid<12 security.ft-r0-key-lifetime<12
 security.ft-reassociation-deadline<12 security.group-encryption<12 security.group-key-update<12 security.management-encryption<12
 security.management-protection<12 security.owe-transition-interface<12 security.passphrase<12 security.sae-anti-clogging-threshold<12
 security.sae-max-failure-rate<12 security.sae-pwe<12 security.wps<12 steering>11<12 steering.neighbor-group>11<12 steering.rrm>11<12
 steering.wnm>11<12
/interface wifiwave2 aaa<12: called-format<12 calling-format<12 comment<12 disabled<12 interim-update<12 mac-caching<12 name<12 nas-identifier<12
 password-format<12 username-format<12
/interface wifiwave2 access-list<12: action<12 allow-signal-out-of-range<12 client-isolation<12 comment<12 disabled<12 interface<12 mac-address<12
 mac-address-mask<12 passphrase<12 radius-accounting<12 signal-range<12 ssid-regexp<12 time<12 vlan-id<12
/interface wifiwave2 actual-configuration<12: aaa.called-format<12 aaa.calling-format<12 aaa.interim-update<12 aaa.mac-caching<12
 aaa.nas-identifier<12 aaa.password-format<12 aaa.username-format<12 arp<12 arp-timeout<12 channel.band<12 channel.frequency<12
 channel.secondary-frequency<12 channel.skip-dfs-channels<12 channel.width<12 comment<12 configuration.antenna-gain<12
 configuration.beacon-interval<12 configuration.chains<12 configuration.country<12 configuration.dtim-period<12 configuration.hide-ssid<12
 configuration.manager<12 configuration.mode<12 configuration.multicast-enhance>12<12 configuration.qos-classifier>12<12 configuration.rrm<10
 configuration.ssid<12 configuration.tx-chains<12 configuration.tx-power<12 datapath.bridge<12 datapath.bridge-cost<12 datapath.bridge-horizon<12
 datapath.client-isolation<12 datapath.interface-list<12 datapath.openflow-switch<12 datapath.vlan-id<12 disable-running-check<12
 interworking.3gpp-info<12 interworking.authentication-types<12 interworking.connection-capabilities<12 interworking.domain-names<12
 interworking.esr<12 interworking.hessid<12 interworking.hotspot20<12 interworking.hotspot20-dgaf<12 interworking.internet<12
 interworking.ipv4-availability<12 interworking.ipv6-availability<12 interworking.network-type<12 interworking.operational-classes<12
 interworking.operator-names<12 interworking.realms<12 interworking.roaming-ois<12 interworking.uesa<12 interworking.venue<12
 interworking.venue-names<12 interworking.wan-at-capacity<12 interworking.wan-downlink<12 interworking.wan-downlink-load<12
 interworking.wan-measurement-duration<12 interworking.wan-status<12 interworking.wan-symmetric<12 interworking.wan-uplink<12
 interworking.wan-uplink-load<12 l2mtu<12 mac-address<12 master-interface<12 mtu<12 name<12 radio-mac>12<12 security.authentication-types<12
 security.connect-group>11<12 security.connect-priority>11<12 security.dh-groups<12 security.disable-pmkid<12 security.eap-accounting<12
 security.eap-anonymous-identity<12 security.eap-certificate-mode<12 security.eap-methods<12 security.eap-password<12
 security.eap-tls-certificate<12 security.eap-username<12 security.encryption<12 security.ft<12 security.ft-mobility-domain<12
 security.ft-nas-identifier<12 security.ft-over-ds<12 security.ft-preserve-vlanid<12 security.ft-r0-key-lifetime<12
 security.ft-reassociation-deadline<12 security.group-encryption<12 security.group-key-update<12 security.management-encryption<12
 security.management-protection<12 security.owe-transition-interface<12 security.passphrase<12 security.sae-anti-clogging-threshold<12
 security.sae-max-failure-rate<12 security.sae-pwe<12 security.wps<12 steering.neighbor-group>11<12 steering.rrm>11<12 steering.wnm>11<12
/interface wifiwave2 cap<12: caps-man-addresses<12 caps-man-certificate-common-names<12 caps-man-names<12 certificate<12 discovery-interfaces<12
 enabled<12 lock-to-caps-man<12 slaves-datapath<12 slaves-static<12
/interface wifiwave2 capsman<12: ca-certificate<12 certificate<12 enabled<12 interfaces<12 package-path<12 require-peer-certificate<12
 upgrade-policy<12
/interface wifiwave2 capsman remote-cap<12:
/interface wifiwave2 channel<12: band<12 comment<12 disabled<12 frequency<12 name<12 secondary-frequency<12 skip-dfs-channels<12 width<12
/interface wifiwave2 configuration<12: aaa<12 aaa.called-format<12 aaa.calling-format<12 aaa.interim-update<12 aaa.mac-caching<12
 aaa.nas-identifier<12 aaa.password-format<12 aaa.username-format<12 antenna-gain<12 beacon-interval<12 chains<12 channel<12 channel.band<12
 channel.frequency<12 channel.secondary-frequency<12 channel.skip-dfs-channels<12 channel.width<12 comment<12 country<12 datapath<12
 datapath.bridge<12 datapath.bridge-cost<12 datapath.bridge-horizon<12 datapath.client-isolation<12 datapath.interface-list<12
 datapath.openflow-switch<12 datapath.vlan-id<12 disabled<12 dtim-period<12 hide-ssid<12 interworking<12 interworking.3gpp-info<12
 interworking.authentication-types<12 interworking.connection-capabilities<12 interworking.domain-names<12 interworking.esr<12
 interworking.hessid<12 interworking.hotspot20<12 interworking.hotspot20-dgaf<12 interworking.internet<12 interworking.ipv4-availability<12
 interworking.ipv6-availability<12 interworking.network-type<12 interworking.operational-classes<12 interworking.operator-names<12
 interworking.realms<12 interworking.roaming-ois<12 interworking.uesa<12 interworking.venue<12 interworking.venue-names<12
 interworking.wan-at-capacity<12 interworking.wan-downlink<12 interworking.wan-downlink-load<12 interworking.wan-measurement-duration<12
 interworking.wan-status<12 interworking.wan-symmetric<12 interworking.wan-uplink<12 interworking.wan-uplink-load<12 manager<12 mode<12
 multicast-enhance>12<12 name<12 qos-classifier>12<12 rrm<10 security<12 security.authentication-types<12 security.connect-group>11<12
 security.connect-priority>11<12 security.dh-groups<12 security.disable-pmkid<12 security.eap-accounting<12 security.eap-anonymous-identity<12
 security.eap-certificate-mode<12 security.eap-methods<12 security.eap-password<12 security.eap-tls-certificate<12 security.eap-username<12
 security.encryption<12 security.ft<12 security.ft-mobility-domain<12 security.ft-nas-identifier<12 security.ft-over-ds<12
 security.ft-preserve-vlanid<12 security.ft-r0-key-lifetime<12 security.ft-reassociation-deadline<12 security.group-encryption<12
 security.group-key-update<12 security.management-encryption<12 security.management-protection<12 security.owe-transition-interface<12
 security.passphrase<12 security.sae-anti-clogging-threshold<12 security.sae-max-failure-rate<12 security.sae-pwe<12 security.wps<12 ssid<12
 steering>11<12 steering.neighbor-group>11<12 steering.rrm>11<12 steering.wnm>11<12 tx-chains<12 tx-power<12
/interface wifiwave2 datapath<12: bridge<12 bridge-cost<12 bridge-horizon<12 client-isolation<12 comment<12 disabled<12 interface-list<12 name<12
 openflow-switch<12 vlan-id<12
/interface wifiwave2 interworking<12: 3gpp-info<12 authentication-types<12 comment<12 connection-capabilities<12 disabled<12 domain-names<12 esr<12
 hessid<12 hotspot20<12 hotspot20-dgaf<12 internet<12 ipv4-availability<12 ipv6-availability<12 name<12 network-type<12 operational-classes<12
 operator-names<12 realms<12 roaming-ois<12 uesa<12 venue<12 venue-names<12 wan-at-capacity<12 wan-downlink<12 wan-downlink-load<12
 wan-measurement-duration<12 wan-status<12 wan-symmetric<12 wan-uplink<12 wan-uplink-load<12
/interface wifiwave2 provisioning<12: action<12 address-ranges<12 comment<12 common-name-regexp<12 disabled<12 identity-regexp<12
 master-configuration<12 name-format<12 radio-mac<12 slave-configurations<12 supported-bands<12
/interface wifiwave2 security<12: authentication-types<12 comment<12 connect-group>11<12 connect-priority>11<12 dh-groups<12 disable-pmkid<12
 disabled<12 eap-accounting<12 eap-anonymous-identity<12 eap-certificate-mode<12 eap-methods<12 eap-password<12 eap-tls-certificate<12
 eap-username<12 encryption<12 ft<12 ft-mobility-domain<12 ft-nas-identifier<12 ft-over-ds<12 ft-preserve-vlanid<12 ft-r0-key-lifetime<12
 ft-reassociation-deadline<12 group-encryption<12 group-key-update<12 management-encryption<12 management-protection<12 name<12
 owe-transition-interface<12 passphrase<12 sae-anti-clogging-threshold<12 sae-max-failure-rate<12 sae-pwe<12 wps<12
/interface wifiwave2 steering>11<12: comment>11<12 disabled>11<12 name>11<12 neighbor-group>11<12 rrm>11<12 wnm>11<12
/interface wifiwave2 steering neighbor-group>11<12: comment>11<12
/interface wireguard: comment disabled listen-port mtu name private-key vrf>21
/interface wireguard peers: allowed-address client-address>12 client-allowed-address>21 client-dns>12 client-endpoint>12 client-keepalive>12
 client-listen-port>12 comment disabled endpoint-address endpoint-port interface is-responder>15<16 name>15 persistent-keepalive preshared-key
 private-key>12 public-key responder>17
/interface wireless>13: adaptive-noise-immunity>13 allow-sharedkey>13 ampdu-priorities>13 amsdu-limit>13 amsdu-threshold>13 antenna-gain>13
 antenna-mode>13 area>13 arp>13 arp-timeout>13 band>13 basic-rates-a/g>13 basic-rates-b>13 bridge-mode>13 burst-time>13 channel-width>13 comment>13
 compression>13 country>13 default-ap-tx-limit>13 default-authentication>13 default-client-tx-limit>13 default-forwarding>13
 disable-running-check>13 disabled>13 disconnect-timeout>13 distance>13 frame-lifetime>13 frequency>13 frequency-mode>13 frequency-offset>13
 guard-interval>13 hide-ssid>13 ht-basic-mcs>13 ht-supported-mcs>13 hw-fragmentation-threshold>13 hw-protection-mode>13 hw-protection-threshold>13
 hw-retries>13 installation>13 interworking-profile>13 keepalive-frames>13 l2mtu>13 mac-address>13 master-interface>13 max-station-count>13 mode>13
 mtu>13 multicast-buffering>13 multicast-helper>13 name>13 noise-floor-threshold>13 nv2-cell-radius>13 nv2-downlink-ratio>13 nv2-mode>13
 nv2-noise-floor-offset>13 nv2-preshared-key>13 nv2-qos>13 nv2-queue-count>13 nv2-security>13 nv2-sync-secret>13 on-fail-retry-time>13
 preamble-mode>13 prism-cardtype>13 radio-name>13 rate-selection>13 rate-set>13 rx-chains>13 scan-list>13 secondary-frequency>13 security-profile>13
 skip-dfs-channels>13 ssid>13 station-bridge-clone-mac>13 station-roaming>13 supported-rates-a/g>13 supported-rates-b>13 tdma-period-size>13
 tx-chains>13 tx-power>13 tx-power-mode>13 update-stats-interval>13 vht-basic-mcs>13 vht-supported-mcs>13 vlan-id>13 vlan-mode>13 wds-cost-range>13
 wds-default-bridge>13 wds-default-cost>13 wds-ignore-ssid>13 wds-mode>13 wireless-protocol>13 wmm-support>13 wps-mode>13
/interface wireless access-list>13: allow-signal-out-of-range>13 ap-tx-limit>13 authentication>13 client-tx-limit>13 comment>13 disabled>13
 forwarding>13 interface>13 mac-address>13 management-protection-key>13 private-algo>13 private-key>13 private-pre-shared-key>13 signal-range>13
 time>13 vlan-id>13 vlan-mode>13
/interface wireless align>13: active-mode>13 audio-max>13 audio-min>13 audio-monitor>13 filter-mac>13 frame-size>13 frames-per-second>13
 receive-all>13 ssid-all>13
/interface wireless cap>13: bridge>13 caps-man-addresses>13 caps-man-certificate-common-names>13 caps-man-names>13 certificate>13
 discovery-interfaces>13 enabled>13 interfaces>13 lock-to-caps-man>13 static-virtual>13
/interface wireless channels>13: band>13 comment>13 disabled>13 extension-channel>13 frequency>13 list>13 name>13 width>13
/interface wireless connect-list>13: 3gpp>13 allow-signal-out-of-range>13 area-prefix>13 comment>13 connect>13 disabled>13 interface>13
 interworking>13 iw-asra>13 iw-authentication-types>13 iw-connection-capabilities>13 iw-esr>13 iw-hessid>13 iw-hotspot20>13 iw-hotspot20-dgaf>13
 iw-internet>13 iw-ipv4-availability>13 iw-ipv6-availability>13 iw-network-type>13 iw-realms>13 iw-roaming-ois>13 iw-uesa>13 iw-venue>13
 mac-address>13 security-profile>13 signal-range>13 ssid>13 wireless-protocol>13
/interface wireless interworking-profiles>13: 3gpp-info>13 3gpp-raw>13 asra>13 authentication-types>13 comment>13 connection-capabilities>13
 domain-names>13 esr>13 hessid>13 hotspot20>13 hotspot20-dgaf>13 internet>13 ipv4-availability>13 ipv6-availability>13 name>13 network-type>13
 operational-classes>13 operator-names>13 realms>13 realms-raw>13 roaming-ois>13 uesa>13 venue>13 venue-names>13 wan-at-capacity>13 wan-downlink>13
 wan-downlink-load>13 wan-measurement-duration>13 wan-status>13 wan-symmetric>13 wan-uplink>13 wan-uplink-load>13
/interface wireless manual-tx-power-table>13: comment>13 manual-tx-powers>13
/interface wireless nstreme>13: comment>13 disable-csma>13 enable-nstreme>13 enable-polling>13 framer-limit>13 framer-policy>13
/interface wireless nstreme-dual>13: arp>13 arp-timeout>13 comment>13 disable-csma>13 disable-running-check>13 disabled>13 framer-limit>13
 framer-policy>13 ht-channel-width>13 ht-guard-interval>13 ht-rates>13 ht-streams>13 l2mtu>13 mtu>13 name>13 rates-a/g>13 rates-b>13 remote-mac>13
 rx-band>13 rx-channel-width>13 rx-frequency>13 rx-radio>13 tx-band>13 tx-channel-width>13 tx-frequency>13 tx-radio>13
/interface wireless security-profiles>13: authentication-types>13 comment>13 disable-pmkid>13 eap-methods>13 group-ciphers>13 group-key-update>13
 interim-update>13 management-protection>13 management-protection-key>13 mode>13 mschapv2-password>13 mschapv2-username>13 name>13
 radius-called-format>13 radius-eap-accounting>13 radius-mac-accounting>13 radius-mac-authentication>13 radius-mac-caching>13 radius-mac-format>13
 radius-mac-mode>13 static-algo-0>13 static-algo-1>13 static-algo-2>13 static-algo-3>13 static-key-0>13 static-key-1>13 static-key-2>13
 static-key-3>13 static-sta-private-algo>13 static-sta-private-key>13 static-transmit-key>13 supplicant-identity>13 tls-certificate>13 tls-mode>13
 unicast-ciphers>13 wpa-pre-shared-key>13 wpa2-pre-shared-key>13
/interface wireless sniffer>13: channel-time>13 file-limit>13 file-name>13 memory-limit>13 multiple-channels>13 only-headers>13 receive-errors>13
 streaming-enabled>13 streaming-max-rate>13 streaming-server>13
/interface wireless snooper>13: channel-time>13 multiple-channels>13 receive-errors>13
/interface wireless wds>13: arp>13 arp-timeout>13 comment>13 disable-running-check>13 disabled>13 l2mtu>13 master-interface>13 mtu>13 name>13
 wds-address>13
`;
