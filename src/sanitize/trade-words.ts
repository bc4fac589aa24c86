/** Values that RouterOS gives meaning to, beside those that the tables of menus list. */
const values = `
accept create supported drop reject tarpit jump return log passthrough masquerade redirect netmap same src dst nat srcnat dstnat forward input output
prerouting postrouting mark connection routing packet change mss ttl dscp priority tos strip ipv fasttrack add to list route sniff pc set
clamp pmtu none all any new established related invalid untracked snat unicast local multicast broadcast blackhole prohibit unreachable
tcp udp icmp icmpv igmp gre esp ah ospf sctp dccp ipsec l2tp pptp sstp ovpn ipip eoip encap vrrp rsvp idpr cmtp xns idp ggp egp st pup hmp rdp
iso tp xtp ddp rspf vmtp pim ipencap etherip udplite syn ack fin rst psh urg ece cwr both addresses address and port ports no yes true
false disabled enabled auto manual default static dynamic main lookup only in table ping arp bfd chap pap mschap mppe md sha aes cbc
gcm ctr ccm camellia des blowfish null modp ecp curve psk rsa signature digital eap radius pre shared key hybrid xauth ike tunnel transport
require unique use esp wpa wpa2 wpa3 tkip open wep band ghz mhz b g n a ac ax onlyn onlyac ap bridge station wds mode repeater
indoor outdoor any country indonesia full half rx tx flow control rstp mstp stp pfifo bfifo sfq red pcq cake fq codel mq hw ethernet hotspot best effort limit at max burst
threshold time rate total bytes packets kbps mbps gbps bps sunday monday tuesday wednesday thursday friday saturday sunday
sun mon tue wed thu fri sat jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september
october november december startup read write policy test password sensitive sniff romon reboot ftp winbox ssh telnet web www ssl api rest
api local full owner admin public private group critical error warning info debug memory disk echo remote topics action reading
write raw event account system script scheduler interface dhcp dns firewall ntp netwatch pppoe lte wireless wifi caps capsman manager
yesno required allowed optional internal external up down unknown host name ip ipv4 ipv6 mac eth vlan vxlan bond bonding active
backup balance rr xor alb tlb lacp layer hash transmit slow fast access trunk tagged untagged frame types admit pvid ingress filtering
export import by routeros model serial number software id version stable testing long term rc beta alpha rb ccr crs chr hap hex ax
gateway script bound lease server reply request release deny permit tlv otp totp sha1 sha256 sha384 sha512 md5 keepalive interim update
factory none rsync smb samba tftp http https socks proxy sip h irc rtsp snmp trap trusted community security authorized
ms us ns sec secs min mins hour hours day days week weeks kb mb gb kib mib gib ppp pwr usb qsfp wifi serial gre qinq ids hs unused unauth auth pre walled garden hub mesh ptp ptmp pci
`;

/** What people call things by what they are for: it tells of nobody. */
const trade = `
erased redacted removed
wan lan isp internet uplink upstream inet downlink inside outside local client clients guest guests user users customer customers pelanggan
main primary secondary backup failover load balance balancing balanced lb pcc nth mark marks marking mangle conn connection route routes
routing table via from to for of the and or not with without by on off in out as at all other others this that is are be no new old this
to conn src dst ip net network networks subnet server servers client internal external public private dmz voip voice phone cctv camera
game games gaming gamer video stream streaming browsing browse upload download up down speed speedtest test queue queues limit
total global parent child high low medium normal priority vip free paket hotspot warnet kantor rumah sekolah office home school hotel
rt rw net mikrotik router modem ont switch access point ap radio tower link line jalur koneksi utama cadangan lokal masuk keluar
blokir block blocked blacklist whitelist allow allowed allowlist deny denied drop accept reject bypass virus worm attack brute force
scanner scanners port ports scan flood ddos dos protection protect rule rules default defconf custom temp temporary stage login logins
ssh telnet winbox webfig dns ntp vpn pptp l2tp sstp ipsec wireguard wg ovpn openvpn tunnel remote site branch pusat cabang head
management mgmt monitor monitoring admin trafik traffic bandwidth bw kbps mbps gbps ether sfp sfpplus combo wlan lte bridge loopback vlan
pppoe pppoes dhcp static dynamic pool pools range dst nat masquerade hairpin forward forwarding input output prerouting postrouting
established related invalid untracked icmp ping tcp udp check gateway canary probe recursive netwatch script scripts up down
one two three four five satu dua tiga empat first second third a b c d e f g h i j k l m n o p q r s t u v w x y z
com net org id co go ac sch web my info biz io local lan arpa in addr http https ftp www mail smtp pop imap html htm php js css xml
fasttrack fast track passthrough bogon bogons reserved rfc private loopback multicast drop everything else not coming
`;

export const tradeWords: ReadonlySet<string> = new Set(
  `${values} ${trade}`.toLowerCase().match(/[a-z]+/g) ?? [],
);
