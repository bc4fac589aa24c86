/** Menus below all other menus that a configuration can state, with their properties; see `schema.ts`. */
export const otherMenus = `
/: do name value
/app>21: auto-update>21 container-command-lines>23 devices>23 disabled>21 environment>21 extra-mounts>21 firewall-redirects>21
 hw-device-access>21<22 network>21 network-outgoing-access>23 network-pvid>23 pvid>22<22 required-hw-devices>23 required-mounts>21 secrets>23
 use-https>22 yaml>22
/app settings>21: app-store-urls>22 auto-update>21 disk>21 download-path>21 lan-bridge>21 media-path>21 registry-mirrors>21 router-ip>21
 show-in-webfig>21
/caps-man aaa>13: called-format>13 interim-update>13 mac-caching>13 mac-format>13 mac-mode>13
/caps-man access-list>13: action>13 allow-signal-out-of-range>13 ap-tx-limit>13 client-to-client-forwarding>13 client-tx-limit>13 comment>13
 disabled>13 interface>13 mac-address>13 mac-address-mask>13 private-passphrase>13 radius-accounting>13 signal-range>13 ssid-regexp>13 time>13
 vlan-id>13 vlan-mode>13
/caps-man actual-interface-configuration>13: arp>13 arp-timeout>13 channel.band>13 channel.control-channel-width>13 channel.extension-channel>13
 channel.frequency>13 channel.reselect-interval>13 channel.save-selected>13 channel.secondary-frequency>13 channel.skip-dfs-channels>13
 channel.tx-power>13 comment>13 configuration.country>13 configuration.disconnect-timeout>13 configuration.distance>13
 configuration.frame-lifetime>13 configuration.guard-interval>13 configuration.hide-ssid>13 configuration.hw-protection-mode>13
 configuration.hw-retries>13 configuration.installation>13 configuration.keepalive-frames>13 configuration.load-balancing-group>13
 configuration.max-sta-count>13 configuration.mode>13 configuration.multicast-helper>13 configuration.rx-chains>13 configuration.ssid>13
 configuration.tx-chains>13 datapath.bridge>13 datapath.bridge-cost>13 datapath.bridge-horizon>13 datapath.client-to-client-forwarding>13
 datapath.interface-list>13 datapath.local-forwarding>13 datapath.openflow-switch>13 datapath.vlan-id>13 datapath.vlan-mode>13
 disable-running-check>13 disabled>13 l2mtu>13 mac-address>13 master-interface>13 mtu>13 name>13 radio-mac>13 security.authentication-types>13
 security.disable-pmkid>13 security.eap-methods>13 security.eap-radius-accounting>13 security.encryption>13 security.group-encryption>13
 security.group-key-update>13 security.passphrase>13 security.tls-certificate>13 security.tls-mode>13
/caps-man channel>13: band>13 comment>13 control-channel-width>13 extension-channel>13 frequency>13 name>13 reselect-interval>13 save-selected>13
 secondary-frequency>13 skip-dfs-channels>13 tx-power>13
/caps-man configuration>13: channel>13 channel.band>13 channel.control-channel-width>13 channel.extension-channel>13 channel.frequency>13
 channel.reselect-interval>13 channel.save-selected>13 channel.secondary-frequency>13 channel.skip-dfs-channels>13 channel.tx-power>13 comment>13
 country>13 datapath>13 datapath.arp>13 datapath.bridge>13 datapath.bridge-cost>13 datapath.bridge-horizon>13
 datapath.client-to-client-forwarding>13 datapath.interface-list>13 datapath.l2mtu>13 datapath.local-forwarding>13 datapath.mtu>13
 datapath.openflow-switch>13 datapath.vlan-id>13 datapath.vlan-mode>13 disconnect-timeout>13 distance>13 frame-lifetime>13 guard-interval>13
 hide-ssid>13 hw-protection-mode>13 hw-retries>13 installation>13 keepalive-frames>13 load-balancing-group>13 max-sta-count>13 mode>13
 multicast-helper>13 name>13 rates>13 rates.basic>13 rates.ht-basic-mcs>13 rates.ht-supported-mcs>13 rates.supported>13 rates.vht-basic-mcs>13
 rates.vht-supported-mcs>13 rx-chains>13 security>13 security.authentication-types>13 security.disable-pmkid>13 security.eap-methods>13
 security.eap-radius-accounting>13 security.encryption>13 security.group-encryption>13 security.group-key-update>13 security.passphrase>13
 security.tls-certificate>13 security.tls-mode>13 ssid>13 tx-chains>13
/caps-man datapath>13: arp>13 bridge>13 bridge-cost>13 bridge-horizon>13 client-to-client-forwarding>13 comment>13 interface-list>13 l2mtu>13
 local-forwarding>13 mtu>13 name>13 openflow-switch>13 vlan-id>13 vlan-mode>13
/caps-man interface>13: arp>13 arp-timeout>13 channel>13 channel.band>13 channel.control-channel-width>13 channel.extension-channel>13
 channel.frequency>13 channel.reselect-interval>13 channel.save-selected>13 channel.secondary-frequency>13 channel.skip-dfs-channels>13
 channel.tx-power>13 comment>13 configuration>13 configuration.country>13 configuration.disconnect-timeout>13 configuration.distance>13
 configuration.frame-lifetime>13 configuration.guard-interval>13 configuration.hide-ssid>13 configuration.hw-protection-mode>13
 configuration.hw-retries>13 configuration.installation>13 configuration.keepalive-frames>13 configuration.load-balancing-group>13
 configuration.max-sta-count>13 configuration.mode>13 configuration.multicast-helper>13 configuration.rx-chains>13 configuration.ssid>13
 configuration.tx-chains>13 datapath>13 datapath.bridge>13 datapath.bridge-cost>13 datapath.bridge-horizon>13
 datapath.client-to-client-forwarding>13 datapath.interface-list>13 datapath.local-forwarding>13 datapath.openflow-switch>13 datapath.vlan-id>13
 datapath.vlan-mode>13 disable-running-check>13 disabled>13 l2mtu>13 mac-address>13 master-interface>13 mtu>13 name>13 radio-mac>13 radio-name>13
 rates>13 rates.basic>13 rates.ht-basic-mcs>13 rates.ht-supported-mcs>13 rates.supported>13 rates.vht-basic-mcs>13 rates.vht-supported-mcs>13
 security>13 security.authentication-types>13 security.disable-pmkid>13 security.eap-methods>13 security.eap-radius-accounting>13
 security.encryption>13 security.group-encryption>13 security.group-key-update>13 security.passphrase>13 security.tls-certificate>13
 security.tls-mode>13
/caps-man manager>13: ca-certificate>13 certificate>13 enabled>13 package-path>13 require-peer-certificate>13 upgrade-policy>13
/caps-man manager interface>13: comment>13 disabled>13 forbid>13 interface>13
/caps-man provisioning>13: action>13 comment>13 common-name-regexp>13 disabled>13 hw-supported-modes>13 identity-regexp>13 ip-address-ranges>13
 master-configuration>13 name-format>13 name-prefix>13 radio-mac>13 slave-configurations>13
/caps-man rates>13: basic>13 comment>13 ht-basic-mcs>13 ht-supported-mcs>13 name>13 supported>13 vht-basic-mcs>13 vht-supported-mcs>13
/caps-man remote-cap>13:
/caps-man security>13: authentication-types>13 comment>13 disable-pmkid>13 eap-methods>13 eap-radius-accounting>13 encryption>13 group-encryption>13
 group-key-update>13 name>13 passphrase>13 tls-certificate>13 tls-mode>13
/certificate: common-name country days-valid digest-algorithm key-size key-usage locality name organization state subject-alt-name trust-store>21
 trusted unit
/certificate crl: url
/certificate scep-server: ca-cert days-valid disabled next-ca-cert path request-lifetime
/certificate scep-server ra: ca-identity challenge-password disabled fingerprint-algorithm name on-smart-card ra-path ra-transaction-lifetime
 server-url template
/certificate settings: builtin-trust-anchors>19<20 builtin-trust-store>21 crl-download crl-store crl-use current-defaults>22
/console settings>15: log-script-errors>18 sanitize-names>15 tab-width>20
/container: auto-restart-interval>20<22 check-certificate>20 cmd comment cpu-list>21 default-dns>23 devices>20 dns domain-name entrypoint env>21
 envlist<19 envlists>20 file healthcheck-cmd>22 healthcheck-interval>22 healthcheck-retries>22 healthcheck-start-interval>22
 healthcheck-start-period>22 healthcheck-status>22 healthcheck-timeout>22 hostname hosts>21 ignore-remote-image-change>23 interface layer-dir>21
 logging memory-high>20 memory-max>23 mount>21 mountlists>21 mounts<20 name>19 privileged>24 remote-image restart-interval>23 restart-max-count>23
 restart-policy>23 root-dir shell>23 shm-size>21 start-on-boot stop-on-unhealthy>23 stop-signal stop-time>21 swap-max>24 tmpfs>21 user workdir
/container config: layer-dir>11 memory-high>20 memory-max>23 password ram-high<19 registry-url swap-max>24 tmpdir username
/container envs: comment disabled>21 key list>20 name<19 value
/container mounts: comment disabled>21 dst list>21 mode>23 name<20 read-only>20<22 src
/disk: comment compress>18 crypted-backend disabled encryption-key file-offset>17 file-path>17 file-size>17 iscsi-address iscsi-export iscsi-iqn
 iscsi-port iscsi-server-iqn>21 iscsi-server-port>21 media-interface>15 media-sharing>15 mount-filesystem>17 mount-point-template>17
 mount-read-only>17 nfs-address nfs-export<13 nfs-share nfs-sharing>14 nvme-tcp-address nvme-tcp-export nvme-tcp-host-name nvme-tcp-name<20
 nvme-tcp-nqn>21 nvme-tcp-password nvme-tcp-port nvme-tcp-server-allow-host-name nvme-tcp-server-nqn>21 nvme-tcp-server-password
 nvme-tcp-server-port parent partition-number partition-offset partition-size raid-chunk-size raid-device-count raid-master raid-max-component-size
 raid-member-failed raid-role raid-type ramdisk-size self-encryption-password slot smb-address smb-encryption smb-export<13 smb-password
 smb-server-encryption>21 smb-server-password>21 smb-server-user>21 smb-share smb-sharing>14 smb-user sshfs-address>17 sshfs-password>17
 sshfs-path>17 sshfs-port>17 sshfs-user>17 swap>17 tmpfs-max-size type
/disk btrfs filesystem>18: default-subvolume>18 label>18
/disk btrfs subvolume>18: fs>18 mount>18 mountpoint>18 name>18 parent>18 read-only>18
/disk btrfs transfer>18: file>18 fs>18 send-parent>18 send-subvolumes>18 ssh-address>18 ssh-port>18 ssh-receive-mount>18 ssh-user>18 type>18
/disk settings>14: auto-media-interface>15 auto-media-sharing>15 auto-smb-sharing>14 auto-smb-user>14 default-mount-point-template>17
/disk smb-share>10<13: comment>10<13 directory>10<13 disabled>10<13 invalid-users>10<13 name>10<13 read-only>10<13 require-encryption>10<13
 valid-users>10<13
/disk smb-user>10<13: comment>10<13 disabled>10<13 name>10<13 password>10<13
/dude: data-directory enabled
/dude agent: comment name
/dude device: comment name
/dude device-type: comment name
/dude notification: comment name
/dude probe: comment name
/dude ros address: address broadcast comment device disabled interface netmask network
/dude ros arp: address comment device disabled interface mac-address published
/dude ros health: cpu-overtemp-check cpu-overtemp-startup-delay cpu-overtemp-threshold device fan-mode fan-on-threshold fan-switch psu1-state
 psu2-state use-fan use-fan2
/dude ros interface: comment device disabled l2mtu mtu name
/dude ros lease: address address-lists always-broadcast block-access client-id comment device dhcp-option dhcp-option-set disabled
 insert-queue-before lease-time mac-address rate-limit server use-src-mac
/dude ros neighbor: device
/dude ros queue: bucket-size burst-limit burst-threshold burst-time comment device disabled dst limit-at max-limit name packet-marks parent priority
 queue target time total-bucket-size total-burst-limit total-burst-threshold total-burst-time total-limit-at total-max-limit total-priority
 total-queue
/dude ros resource: device
/dude ros route: bgp-as-path bgp-atomic-aggregate bgp-communities bgp-local-pref bgp-med bgp-origin bgp-prepend check-gateway comment device
 disabled distance dst-address gateway pref-src route-tag routing-mark scope target-scope type vrf-interface
/dude ros routerboard: device
/dude service: comment name
/file: contents name type>15
/file rsync-daemon>16: enabled>16
/file sync: comment disabled local-path mode password remote-address>16 remote-addrs<15 remote-path status<15 user
/iot bluetooth: antenna name random-static-address
/iot bluetooth advertisers: ad-structures channel-map disabled legacy>21 max-interval min-interval own-address-type phy>21
/iot bluetooth advertisers ad-structures: data name type
/iot bluetooth peripheral-devices>11: address>11 address-type>11 mtik-key>11 name>11 persist>11
/iot bluetooth scanners: disabled filter-duplicates filter-policy interval own-address-type phy>21 type window
/iot bluetooth whitelist: address address-type comment device disabled
/iot lora>11: alt>16 antenna>11 antenna-gain>11 channel-plan>11 disabled>11 forward>11 gateway-id>11 lat>16 lbt-enabled>11 listen-time>11 long>16
 name>11 network>11 rssi-threshold>11 servers>11 spoof-gps>11 src-address>11<18 tx-immediate-delay-us>23
/iot lora channels>11: bandwidth>11 datarate>11 disabled>11 freq-off>11 radio>11 spread-factor>11
/iot lora joineui>11: joineuis>11 logging>16 name>11 type>19
/iot lora netid>11: logging>16 name>11 netids>11 type>19
/iot lora radios>11: center-freq>11 disabled>11 rssi-off>11<16 tx-enabled>11<16 tx-freq-max>11 tx-freq-min>11
/iot lora servers>11: address>11 certificate>12 down-port>11 interval>13 joineui>11 key>12 name>11 netid>11 port>12 protocol>12 ssl>12 up-port>11
/iot lora traffic options>17: crc-errors>17 pckt-limit>19
/iot modbus: disable-security-rules>12 disabled hardware-port interframe-gap>22 rx-switch-offset>21 tcp-port timeout
/iot modbus security-rules>12: allowed-function-codes>12 comment>12 disabled>12 ip-range>12
/iot mqtt brokers: address auto-connect>11 certificate client-id keep-alive>11 name parallel-scripts-limit>12 password port ssl username
 will-message>20 will-qos>20 will-retain>20 will-topic>20
/iot mqtt subscriptions>11: broker>11 on-message>12 qos>11 topic>11
/iot wiliot>23: advertiser>23 features>23 lat>23 long>23 scanner>23 server>23 spoof-gps>23 wi-fi>23
/iot wiliot options>23: pckt-limit>23 token-refresh-handicap>23
/iot wiliot servers>23: address>23 certificate>23 name>23 port>23 ssl>23
/lora<22: alt>16<22 antenna<22 antenna-gain<22 channel-plan<22 disabled<22 forward<22 gateway-id<22 lat>16<22 lbt-enabled<22 listen-time<22
 long>16<22 name<22 network<22 rssi-threshold<22 servers<22 spoof-gps<22 src-address<18
/lora channels<22: bandwidth<22 datarate<22 disabled<22 freq-off<22 radio<22 spread-factor<22
/lora joineui>11<22: joineuis>11<22 logging>16<22 name>11<22 type>19<22
/lora netid>11<22: logging>16<22 name>11<22 netids>11<22 type>19<22
/lora radios<22: center-freq<22 disabled<22 rssi-off<16 tx-enabled<16 tx-freq-max<22 tx-freq-min<22
/lora servers<22: address<22 certificate>12<22 down-port<22 interval>13<22 joineui>11<22 key>12<22 name<22 netid>11<22 port>12<22 protocol>12<22
 ssl>12<22 up-port<22
/lora traffic options>17<22: crc-errors>17<22 pckt-limit>19<22
/mpls interface: comment disabled input interface mpls-mtu
/mpls ldp: afi comment disabled distribute-for-default hop-limit loop-detect lsr-id path-vector-limit preferred-afi transport-addresses
 use-explicit-null vrf
/mpls ldp accept-filter: accept comment disabled neighbor prefix vrf
/mpls ldp advertise-filter: advertise comment disabled neighbor prefix vrf
/mpls ldp interface: accept-dynamic-neighbors afi comment disabled hello-interval hold-time interface transport-addresses
/mpls ldp local-mapping: comment disabled dst-address label vrf
/mpls ldp neighbor: comment disabled send-targeted transport
/mpls ldp remote-mapping: comment disabled dst-address label nexthop vrf
/mpls mangle>17: chain>17 comment>17 disabled>17 exp>17 set-exp>17 set-mark>17
/mpls settings>10: allow-fast-path>10 dynamic-label-range>10 propagate-ttl>10
/mpls traffic-eng interface: bandwidth blockade-k-factor comment disabled down-flood-thresholds igp-flood-period interface k-factor refresh-time
 resource-class te-metric up-flood-thresholds use-udp
/mpls traffic-eng path: affinity-exclude affinity-include-all affinity-include-any comment disabled holding-priority hops name record-route
 reoptimize-interval setup-priority use-cspf
/mpls traffic-eng tunnel: affinity-exclude affinity-include-all affinity-include-any auto-bandwidth-avg-interval auto-bandwidth-range
 auto-bandwidth-reserve auto-bandwidth-update-interval bandwidth bandwidth-limit comment disabled from-address holding-priority name primary-path
 primary-retry-interval record-route reoptimize-interval secondary-paths secondary-standby setup-priority to-address vrf
/openflow>20: certificate>20 comment>20 controllers>20 datapath-id>20 disabled>20 isolate-controllers>20 name>20 passive-port>20 verify-peer>20
 version>20
/openflow port>20: comment>20 disabled>20 interface>20 port-id>20 switch>20
/port: baud-rate data-bits dtr flow-control name parity rts stop-bits
/port remote-access: allowed-addresses<22 channel comment>21 disabled ip-port>23 local-address log-file port protocol remote-addresses>23
 tcp-port<22
/ppp aaa: accounting enable-ipv6-accounting>15 interim-update use-circuit-id-in-nas-port-id use-radius
/ppp l2tp-secret: address comment secret
/ppp profile: address-list bridge bridge-horizon bridge-learning bridge-path-cost bridge-port-priority bridge-port-trusted>17 bridge-port-vid>17
 change-tcp-mss comment dhcpv6-lease-time>20 dhcpv6-pd-pool dhcpv6-use-radius>20 dns-server idle-timeout incoming-filter insert-queue-before
 interface-list local-address name on-down on-up only-one outgoing-filter parent-queue queue-type rate-limit remote-address remote-ipv6-prefix-pool
 remote-ipv6-prefix-reuse>20 session-timeout use-compression use-encryption use-ipv6 use-mpls use-upnp wins-server
/ppp secret: caller-id comment disabled ipv6-routes limit-bytes-in limit-bytes-out local-address name password profile remote-address
 remote-ipv6-prefix routes service
/queue interface: queue
/queue simple: bucket-size burst-limit burst-threshold burst-time comment disabled dst limit-at max-limit name packet-marks parent priority queue
 target time total-bucket-size total-burst-limit total-burst-threshold total-burst-time total-limit-at total-max-limit total-priority total-queue
/queue tree: bucket-size burst-limit burst-threshold burst-time comment disabled limit-at max-limit name packet-mark parent priority queue
/queue type: bfifo-limit cake-ack-filter cake-atm cake-autorate-ingress cake-bandwidth cake-diffserv cake-flowmode cake-memlimit cake-mpu cake-nat
 cake-overhead cake-overhead-scheme cake-rtt cake-rtt-scheme cake-wash codel-ce-threshold codel-ecn codel-interval codel-limit codel-target
 fq-codel-ce-threshold fq-codel-ecn fq-codel-flows fq-codel-interval fq-codel-limit fq-codel-memlimit fq-codel-quantum fq-codel-target kind
 mq-pfifo-limit name pcq-burst-rate pcq-burst-threshold pcq-burst-time pcq-classifier pcq-dst-address-mask pcq-dst-address6-mask pcq-limit pcq-rate
 pcq-src-address-mask pcq-src-address6-mask pcq-total-limit pfifo-limit red-avg-packet red-burst red-limit red-max-threshold red-min-threshold
 sfq-allot sfq-perturb
/radius: accounting-backup accounting-port address authentication-port called-id certificate comment disabled domain protocol radsec-timeout>19
 realm require-message-auth>15 secret service src-address timeout
/radius incoming: accept port vrf
/routing bfd configuration>10: address-list>10 addresses>10 comment>11 disabled>10 forbid-bfd>10 interfaces>10 min-rx>10 min-tx>10 multiplier>10
 vrf>10
/routing bgp connection: add-path-out<21 address-families<18 afi>19 as as-override<9 cisco-vpls-nlri-len-fmt cluster-id<19 comment connect disabled
 hold-time input.accept-communities input.accept-ext-communities input.accept-large-communities input.accept-nlri input.accept-unknown<18
 input.add-path>22 input.affinity input.allow-as input.attr-error-handling>20 input.filter input.filter-communities>19
 input.filter-ext-communities>19 input.filter-large-communities>19 input.filter-nlri>20 input.filter-unknown>19 input.ignore-as-path-len<19
 input.limit-process-routes-ipv4 input.limit-process-routes-ipv6 instance>20 keepalive-time listen local.address local.port local.role local.ttl
 multihop name nexthop-choice output.add-path>22 output.affinity output.as-override>10 output.default-originate output.default-prepend
 output.filter-chain output.filter-select output.keep-sent-attributes output.network output.network-blackhole>20
 output.no-client-to-client-reflection output.no-early-cut output.redistribute output.remove-private-as>10 remote.address remote.allowed-as
 remote.as remote.port remote.ttl remove-private-as<9 router-id<19 routing-table save-to tcp-md5-key templates use-bfd vrf
/routing bgp evpn>20: comment>20 disabled>20 export.route-targets>20 import.route-targets>20 instance>20 name>20 rd>20 vni>20 vrf>20
/routing bgp instance>20: as>20 cluster-id>20 comment>20 disabled>20 ignore-as-path-len>20 multipath>22 name>20 router-id>20 routing-table>20 vrf>20
/routing bgp template: add-path-out<21 address-families<18 afi>19 as as-override<9 cisco-vpls-nlri-len-fmt cluster-id<19 comment disabled hold-time
 input.accept-communities input.accept-ext-communities input.accept-large-communities input.accept-nlri input.accept-unknown<18 input.add-path>22
 input.affinity input.allow-as input.attr-error-handling>20 input.filter input.filter-communities>19 input.filter-ext-communities>19
 input.filter-large-communities>19 input.filter-nlri>20 input.filter-unknown>19 input.ignore-as-path-len<19 input.limit-process-routes-ipv4
 input.limit-process-routes-ipv6 keepalive-time multihop name nexthop-choice output.add-path>22 output.affinity output.as-override>10
 output.default-originate output.default-prepend output.filter-chain output.filter-select output.keep-sent-attributes output.network
 output.network-blackhole>20 output.no-client-to-client-reflection output.no-early-cut output.redistribute output.remove-private-as>10
 remove-private-as<9 router-id<19 routing-table save-to templates use-bfd vrf
/routing bgp vpls: bridge bridge-cost bridge-horizon bridge-pvid>17 cisco-id comment disabled export-route-targets import-route-targets
 interface-list>23 local-pref name pw-control-word pw-l2mtu pw-type rd site-id vrf
/routing bgp vpn: comment disabled export.filter-chain export.filter-select export.redistribute export.route-targets import.filter-chain
 import.route-targets import.router-id<19 instance>20 label-allocation-policy name route-distinguisher vrf
/routing fantasy: comment count dealer-id disabled dst-address gateway instance-id name offset prefix-length priv-offs priv-size scope seed
 target-scope use-hold
/routing filter community-ext-list: comment communities disabled list regexp
/routing filter community-large-list: comment communities disabled list regexp
/routing filter community-list: comment communities disabled list regexp
/routing filter num-list: comment disabled list range
/routing filter rule: chain comment disabled rule
/routing filter select-rule: chain comment disabled do-group-num do-group-prfx do-jump do-select-num do-select-prfx do-take do-where
/routing gmp: comment>23 disabled exclude groups interfaces sources
/routing id: comment disabled id name select-dynamic-id select-from-vrf
/routing igmp-proxy: query-interval query-response-interval quick-leave
/routing igmp-proxy interface: alternative-subnets comment disabled interface threshold upstream
/routing igmp-proxy mfc: disabled downstream-interfaces group source upstream-interface
/routing isis instance>13: afi>13 areas>13 areas-max>13 comment>13 disabled>13 in-filter-chain>13 l1.lsp-max-age>13 l1.lsp-max-size>13
 l1.lsp-refresh-interval>13 l1.lsp-update-interval>13 l1.originate-default>13 l1.out-filter-chain>13 l1.out-filter-select>13 l1.redistribute>13
 l2.lsp-max-age>13 l2.lsp-max-size>13 l2.lsp-refresh-interval>21 l2.lsp-update-interval>13 l2.originate-default>13 l2.out-filter-chain>13
 l2.out-filter-select>13 l2.redistribute>13 metric-type>21 name>13 system-id>13 vrf>13
/routing isis interface>13: hello-interval>13 instance>13 interface>13 l1.csnp-interval>13 l1.hello-dr-interval>13 l1.hello-interval>13
 l1.hello-multiplier>13 l1.metric>13 l1.passive>14 l1.priority>13 l1.psnp-interval>13 l2.csnp-interval>13 l2.hello-dr-interval>13
 l2.hello-interval>13 l2.hello-multiplier>13 l2.metric>13 l2.passive>14 l2.priority>13 l2.psnp-interval>13 ptp>13 ptp.3way-state>13 ptp.usage>13
/routing isis interface-template>13: bcast.l1.csnp-interval>13 bcast.l1.hello-interval>13 bcast.l1.hello-interval-dr>13 bcast.l1.hello-multiplier>13
 bcast.l1.metric>13 bcast.l1.priority>13 bcast.l1.psnp-interval>13 bcast.l2.csnp-interval>13 bcast.l2.hello-interval>13
 bcast.l2.hello-interval-dr>13 bcast.l2.hello-multiplier>13 bcast.l2.metric>13 bcast.l2.priority>13 bcast.l2.psnp-interval>13 comment>13 disabled>17
 instance>13 interfaces>13 levels>13 passive>20 ptp>13 ptp.hello-3way>13 ptp.hello-interval>13 ptp.hello-multiplier>13 ptp.l1.csnp-interval>13
 ptp.l1.metric>13 ptp.l1.psnp-interval>13 ptp.l2.csnp-interval>13 ptp.l2.metric>13 ptp.l2.psnp-interval>13
/routing isis lsp>13: age>13 body>13 checksum>13 instance>13 level>13 lsp-id>13 sequence>13
/routing isis neighbor>13: instance>13 interface>13 level-type>13 snpa>13 srcid>13 state>13
/routing ospf area: area-id comment default-cost disabled instance name no-summaries nssa-translator type
/routing ospf area range: advertise area comment cost disabled prefix
/routing ospf instance: comment disabled domain-id domain-tag in-filter-chain mpls-te-address mpls-te-area name originate-default out-filter-chain
 out-filter-select redistribute router-id routing-table use-dn version vrf
/routing ospf interface>23: address>23 area>23 auth>23 auth-id>23 auth-key>23 comment>23 cost>23 dead-interval>23 disabled>23 hello-interval>23
 instance-id>23 interface>23 passive>23 priority>23 retransmit-interval>23 transmit-delay>23 type>23 use-bfd>23 vlink-neighbor-id>23
 vlink-transit-area>23
/routing ospf interface-template: area auth auth-id auth-key comment cost dead-interval disabled hello-interval instance-id interfaces networks
 passive prefix-list priority retransmit-interval transmit-delay type use-bfd>10 vlink-neighbor-id<22 vlink-transit-area<22
/routing ospf neighbor: comment
/routing ospf static-neighbor: address area comment disabled instance-id poll-interval
/routing pimsm bsr candidate: address disabled hash-mask-length>24 hashmask-length<23 instance priority scope4 scope6
/routing pimsm bsr rp-candidate: address disabled group holdtime instance priority
/routing pimsm igmp-interface-template: instance interfaces
/routing pimsm instance: afi bsm-forward-back crp-advertise-contained disabled name rp-hash-mask-length rp-static-override ssm-range switch-to-spt
 switch-to-spt-bytes switch-to-spt-interval vrf
/routing pimsm interface-template: disabled hello-delay hello-period instance interfaces join-prune-period join-tracking-support override-interval
 priority propagation-delay source-addresses
/routing pimsm static-rp: address comment>20 disabled group instance
/routing rip instance: afi disabled in-filter-chain name originate-default out-filter-chain out-filter-select redistribute route-gc-timeout
 route-timeout routing-table update-interval vrf
/routing rip interface-template: cost disabled instance interfaces key-chain mode password poison-reverse source-addresses split-horizon use-bfd>12
/routing rip keys: chain disabled key key-id valid-from valid-till
/routing rip static-neighbor: address disabled instance
/routing route: comment disabled
/routing route rule<22: action<22 comment<22 disabled<22 dst-address<22 interface<22 min-prefix<22 routing-mark<22 src-address<22 table<22
/routing rpki: address comment disabled expire-interval group port preference refresh-interval retry-interval vrf
/routing rule: action chain>22 comment disabled dst-address interface min-prefix realm>22 routing-mark src-address table vrf>22
/routing settings>12: check-gateway-ping-count>21 check-gateway-ping-interval>21 check-gateway-ping-timeout>21 connected-in-chain>19
 dynamic-in-chain>19 policy-rules>22 single-process>12
/routing table: comment disabled fib name
/rsync-daemon<15: enabled<15
/snmp: contact enabled engine-id<9 engine-id-suffix>10 location src-address trap-community trap-generators trap-interfaces trap-target trap-version
 vrf
/snmp community: addresses authentication-password authentication-protocol comment disabled encryption-password encryption-protocol name read-access
 security write-access
/special-login: channel disabled port user
/system clock: date time time-zone-autodetect time-zone-name
/system clock manual: dst-delta dst-end dst-start time-zone
/system console: channel disabled port term
/system console screen: blank-interval line-count
/system gps: channel coordinate-format enabled init-channel init-string port set-system-time
/system hardware<19: multi-cpu<19
/system health: state-after-reboot
/system identity: name
/system keymat-provider>24: disabled>24 hkdf-hash>24 hkdf-secret>24 key-size>24 name>24 qkd-address>24 qkd-cache-size>24 qkd-certificate>24
 qkd-kme-id>24 qkd-peer-sae-id>24 type>24
/system leds: color>22 disabled interface leds modem-signal-threshold type
/system leds settings: all-leds-off
/system logging: action comment>22 disabled prefix regex>17 topics
/system logging action: add-topics-string>22 bsd-syslog<17 cef-event-delimiter>18 check-certificate>23 comment disk-file-count disk-file-name
 disk-lines-per-file disk-stop-on-full email-cc>23 email-start-tls email-to memory-lines memory-stop-on-full name remember remote
 remote-log-format>18 remote-port remote-protocol>18 script>22 src-address syslog-facility syslog-severity syslog-time-format target vrf>19
/system note: note show-at-cli-login>14 show-at-login
/system ntp client: enabled mode servers vrf
/system ntp client servers: address auth-key comment disabled iburst max-poll min-poll
/system ntp key: comment key-id key-val
/system ntp server: auth-key broadcast broadcast-addresses enabled local-clock-stratum manycast multicast use-local-clock vrf
/system package local-update>17<21: download>17<21
/system package local-update mirror>17: check-interval>17 enabled>17 password>17 primary-server>17 secondary-server>17 user>17
/system package local-update update-package-source>17: address>17 password>22 user>17
/system package update: channel check-certificate>23 ip-version>23 mode>23
/system resource hardware usb-settings>20: authorization>20
/system resource irq: cpu
/system resource irq rps<19: disabled<19
/system resource usb<19: device<19 device-id<19 name<19 ports<19 serial-number<19 speed<19 usb-version<19 vendor<19 vendor-id<19
/system resource usb settings<19: authorization<19
/system scheduler: comment days>24 disabled interval name on-event policy start-date start-time
/system script: comment dont-require-permissions name owner policy source
/system script environment: comment value
/system script job: comment started type
/system upgrade<16: download<16
/system upgrade mirror<16: check-interval<16 enabled<16 password<16 primary-server<16 secondary-server<16 user<16
/system upgrade upgrade-package-source<16: address<16 user<16
/system ups: alarm-setting check-capabilities comment disabled min-runtime name offline-time port
/system watchdog: auto-send-supout automatic-supout ping-start-after-boot ping-timeout send-email-from send-email-to send-smtp-server watch-address
 watchdog-timer
/task: append file-name max-lines max-size no-header-paging save-interval save-timestamp source switch-to
/tool bandwidth-server: allocate-udp-ports-from allowed-addresses4>18 allowed-addresses6>18 authenticate enabled max-sessions
/tool calea: action case-id case-name comment disabled file-root intercept-ip intercept-port limited-file-hash-method limited-file-stop-interval
 pcap-file-hash-method pcap-file-stop-count pcap-file-stop-interval pcap-file-stop-size
/tool e-mail: address<11 certificate-verification>21 from password port server>12 tls user vrf
/tool graphing: page-refresh store-every
/tool graphing interface: allow-address comment disabled interface store-on-disk
/tool graphing queue: allow-address allow-target comment disabled simple-queue store-on-disk
/tool graphing resource: allow-address comment disabled store-on-disk
/tool mac-server: allowed-interface-list
/tool mac-server mac-winbox: allowed-interface-list
/tool mac-server ping: enabled
/tool mac-server sessions: interface src-address uptime
/tool netinstall>24: allow-etherboot>24 allow-flashfig>24 apply-default-configuration>24 auto-reboot>24 branding-package>24 comment>24 disabled>24
 extra-packages>24 install-once>24 interface>24 ip-range>24 keep-old-configuration>24 mac-address>24 mode-file>24 remove-branding>24 script-file>24
 version>24 wait>24
/tool netinstall cache>24: arch>24 as-value>24 packages>24 version>24
/tool netinstall settings>24: cache-directory>24
/tool netwatch: accept-icmp-time-exceeded>16 certificate check-certificate comment disabled dns-server>16 down-script early-failure-detection>20
 early-success-detection>20 host http-codes ignore-initial-down>17 ignore-initial-up>17 interval name packet-count packet-interval packet-size port
 record-type>16 src-address>11 start-delay startup-delay test-script thr-avg thr-http-time thr-jitter thr-loss-count thr-loss-percent thr-max
 thr-stdev thr-tcp-conn-time timeout ttl>16 type up-script
/tool romon: enabled id secrets
/tool romon port: comment cost disabled forbid interface secrets
/tool sms: allowed-number auto-erase<12 channel polling>16 port receive-enabled remove-sent-sms-after-send>20 secret sim-pin sms-storage>15
/tool sniffer: file-limit file-name filter-cpu filter-direction filter-dst-ip-address filter-dst-ipv6-address filter-dst-mac-address filter-dst-port
 filter-interface filter-ip-address filter-ip-protocol filter-ipv6-address filter-mac-address filter-mac-protocol filter-operator-between-entries
 filter-port filter-size filter-src-ip-address filter-src-ipv6-address filter-src-mac-address filter-src-port filter-stream filter-vlan
 max-packet-size>19 memory-limit memory-scroll only-headers quick-rows>15 quick-show-frame>15 streaming-enabled streaming-server
/tool traffic-generator: latency-distribution-max measure-out-of-order stats-samples-to-keep test-id
/tool traffic-generator packet-template: comment compute-checksum-from-offset data data-byte header-stack interface ip-dscp ip-dst ip-frag-off
 ip-gateway ip-id ip-protocol ip-src ip-ttl ipv6-dst ipv6-flow-label ipv6-gateway ipv6-hop-limit ipv6-next-header ipv6-src ipv6-traffic-class
 mac-dst mac-protocol mac-src name port random-byte-offsets-and-masks random-ranges raw-header special-footer tcp-ack tcp-data-offset tcp-dst-port
 tcp-flags tcp-src-port tcp-syn tcp-urgent-pointer tcp-window-size udp-checksum udp-dst-port udp-src-port vlan-id vlan-priority vlan-protocol
/tool traffic-generator port: disabled interface name
/tool traffic-generator raw-packet-template: comment compute-checksum-from-offset data data-byte header ip-header-offset ipv6-header-offset name
 port random-byte-offsets-and-masks random-ranges special-footer tcp-header-offset udp-compute-checksum udp-header-offset
/tool traffic-generator stream: cpu-core disabled id mbps name packet-count packet-size port pps tx-template
/tool traffic-monitor: comment disabled interface name on-event threshold traffic trigger
/tr069-client: acs-url check-certificate client-certificate connection-request-password connection-request-port connection-request-username enabled
 password periodic-inform-enabled periodic-inform-interval provisioning-code username
/user: address comment disabled group inactivity-policy>16 inactivity-timeout>16 name password
/user aaa: accounting default-group exclude-groups interim-update use-radius
/user active>20:
/user group: comment name policy skin
/user settings: minimum-categories minimum-password-length
/user ssh-keys: comment key user
/user-manager: accounting-port authentication-port certificate enabled radsec-certificate>21 require-message-auth>15 use-profiles
/user-manager advanced: paypal-allow paypal-currency paypal-password paypal-signature paypal-use-sandbox paypal-user web-private-password
 web-private-username
/user-manager attribute: name packet-types type-id value-type vendor-id
/user-manager database: db-path
/user-manager limitation: comment download-limit name rate-limit-burst-rx rate-limit-burst-threshold-rx rate-limit-burst-threshold-tx
 rate-limit-burst-time-rx rate-limit-burst-time-tx rate-limit-burst-tx rate-limit-min-rx rate-limit-min-tx rate-limit-priority rate-limit-rx
 rate-limit-tx reset-counters-interval reset-counters-start-time transfer-limit upload-limit uptime-limit
/user-manager payment: currency method price profile trans-end trans-start trans-status user user-message
/user-manager profile: comment name name-for-users override-shared-users price starts-when validity
/user-manager profile-limitation: comment from-time limitation profile till-time weekdays
/user-manager router: address coa-port comment disabled name protocol>21 shared-secret
/user-manager session:
/user-manager user: attributes caller-id comment disabled group name otp-secret password shared-users
/user-manager user group: attributes comment inner-auths name outer-auths
/user-manager user-profile: profile user
`;
