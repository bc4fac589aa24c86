/**
 * Menus of RouterOS 6 and 7 by path, one root each, children in braces. Which menus exist decides where a path ends
 * and a command begins; what is not modelled is kept. Source: MikroTik manual, community.routeros menu list,
 * console listings of 7.9 to 7.24 (tikoci/restraml, public domain).
 */
const outline = `
caps-man{aaa access-list actual-interface-configuration channel configuration datapath interface manager provisioning
  radio rates registration-table remote-cap security}
app{settings}
certificate{crl scep-server settings}
console
container{config envs mounts}
disk{settings}
dude{agent device map notification probe service}
file{rsync-daemon sync}
interface{6to4 amt bonding bridge{calea filter host mdb mlag msti nat port{mst-override} settings vlan{mvrp}
  port-controller{device port} port-extender} detect-internet dot1x{client server} eoip eoipv6 ethernet{poe{settings}
  switch{host ingress-port-policer port{} port-isolation qos{} rule vlan l3hw-settings{advanced} acl{policer}}} gre gre6 ipip ipipv6 ipsec
  l2tp-client l2tp-ether l2tp-server{server} list{member} lte{apn settings} macsec{profile} macvlan mesh{port}
  ovpn-client ovpn-server{server} ppp-client ppp-server pppoe-client pppoe-server{server} pptp-client
  pptp-server{server} sstp-client sstp-server{server} traffic-eng veth virtual-ethernet vlan vpls vrrp vxlan{vteps
  fdb} wifi{aaa access-list cap capsman channel configuration datapath interworking provisioning radio
  registration-table security steering} wifiwave2{aaa access-list cap capsman channel configuration datapath
  interworking provisioning radio registration-table security steering} wireguard{peers} wireless{access-list align
  cap channels connect-list info interworking-profiles manual-tx-power-table nstreme nstreme-dual registration-table
  security-profiles sniffer snooper wds} }
iot{bluetooth lora modbus mqtt}
ip{accounting{web-access} address arp cloud{advanced back-to-home-file} dhcp-client{option} dhcp-relay dhcp-server{alert config lease matcher
  network option{sets} } dns{adlist cache forwarders static} firewall{address-list calea connection{tracking} filter
  layer7-protocol mangle nat raw service-port} hotspot{active cookie host ip-binding profile service-port user{profile}
  walled-garden{ip}} ipsec{active-peers identity installed-sa key mode-config peer policy{group} profile proposal
  settings statistics} kid-control{device} media{settings} nat-pmp{interfaces} neighbor{discovery discovery-settings} packing pool{used} proxy{access
  cache direct} reverse-proxy route{cache nexthop rule vrf} service settings smb{shares users} socks{access users} socksify ssh
  tftp{settings} traffic-flow{ipfix target} upnp{interfaces} vrf}
ipv6{address dhcp-client{option} dhcp-relay dhcp-server{binding option{sets}} firewall{address-list connection{}
  filter mangle nat raw} nd{prefix{default} proxy} neighbor pool route settings}
lora{servers traffic} 
lcd{interface{pages} pin screen}
log{}
metarouter{}
mpls{forwarding-table interface ldp{accept-filter advertise-filter interface neighbor} settings traffic-eng{interface
  path tunnel tunnel-path}}
port{firmware remote-access}
ppp{aaa active l2tp-secret profile secret}
queue{interface simple tree type}
radius{incoming}
routing{bfd{configuration interface session} bgp{advertisements aggregate connection instance network peer session
  template vpls vpn} fantasy filter{chain community-ext-list community-large-list community-list num-list rule
  select-chain select-rule} gmp id igmp-proxy{interface mfc} isis{instance interface interface-template lsp neighbor}
  mme{interface network} nexthop ospf{area{range} area-border-router as-border-router instance interface interface-template
  nbma-neighbor neighbor network sham-link static-neighbor virtual-link} ospf-v3{area instance interface} pimsm{instance
  interface-template} prefix-lists rip{instance interface interface-template keys neighbor network static-neighbor}
  ripng{} route rpki rule settings table}
rip{}
snmp{community}
special-login
store{disk}
system{backup clock{manual} console{screen} default-configuration device-mode gps hardware health{settings} history
  identity lcd{page} leds{settings} license logging{action} note ntp{client{servers} server{} key} package{local-update update}
  ptp{port} resource{cpu irq pci usb} routerboard{mode-button reset-button settings usb wps-button} scheduler script{
  environment job} swos upgrade{mirror} ups watchdog}
task
tool{bandwidth-server calea e-mail  graphing{interface queue resource}
  mac-server{mac-winbox ping sessions} netwatch romon{port} sms{inbox}
  sniffer{connection host packet protocol} traffic-generator{packet-template stream port} traffic-monitor user-manager{customer database
  profile{limitation profile-limitation} router user}}
tr069-client
user{aaa active group settings ssh-keys{private}}
user-manager{advanced attribute database limitation payment profile profile-limitation router session user{group}
  user-profile}
zerotier{controller{member} interface peer}
`;

/** More of them, by path: what the console of 7.9 to 7.24 lists beside those above. */
const more = `
/app network; /caps-man manager interface; /certificate builtin; /certificate scep-server otp; /certificate
scep-server ra; /certificate scep-server requests; /console settings; /container layers; /container log; /disk
btrfs filesystem; /disk btrfs subvolume; /disk btrfs transfer; /disk smb-share; /disk smb-user; /dude
device-type; /dude ros address; /dude ros arp; /dude ros health; /dude ros interface; /dude ros lease; /dude ros
neighbor; /dude ros queue; /dude ros registration-table; /dude ros resource; /dude ros route; /dude ros
routerboard; /dude settings; /environment; /interface bridge port-controller port poe; /interface
detect-internet state; /interface dot1x server active; /interface dot1x server state; /interface lte esim;
/interface mesh fdb; /interface wifi actual-configuration; /interface wifi capsman remote-cap; /interface wifi
network; /interface wifi network radio; /interface wifi radio settings; /interface wifi security
multi-passphrase; /interface wifi steering neighbor-group; /interface wifiwave2 actual-configuration; /interface
wifiwave2 capsman remote-cap; /interface wifiwave2 steering neighbor-group; /interface wireless sniffer packet;
/iot bluetooth advertisers; /iot bluetooth advertisers ad-structures; /iot bluetooth connections; /iot bluetooth
connections async-data; /iot bluetooth connections characteristics; /iot bluetooth peripheral-devices; /iot
bluetooth scanners; /iot bluetooth scanners advertisements; /iot bluetooth whitelist; /iot lora channels; /iot
lora joineui; /iot lora netid; /iot lora radios; /iot lora servers; /iot lora traffic; /iot lora traffic
options; /iot modbus security-rules; /iot mqtt brokers; /iot mqtt subscriptions; /iot mqtt subscriptions recv;
/iot wiliot; /iot wiliot bluetooth-traffic; /iot wiliot mqtt-traffic; /iot wiliot options; /iot wiliot servers;
/ip dns cache all; /ip ipsec key psk; /ip ipsec key qkd; /ip ipsec key rsa; /ip neighbor lldp; /ip proxy
cache-contents; /ip proxy connections; /ip proxy inserts; /ip proxy lookups; /ip proxy refreshes; /ip service
webserver; /ip socks connections; /ipv6 dhcp-relay option; /ipv6 dhcp-relay routes; /ipv6 nd settings; /ipv6
pool used; /lora channels; /lora joineui; /lora netid; /lora radios; /lora traffic options; /mpls ldp
local-mapping; /mpls ldp remote-mapping; /mpls mangle; /mpls traffic-eng flow; /openflow; /openflow flow;
/openflow group; /openflow meter; /openflow port; /routing bgp evpn; /routing ospf lsa; /routing pimsm bsr;
/routing pimsm bsr candidate; /routing pimsm bsr rp-candidate; /routing pimsm bsr rp-set; /routing pimsm
igmp-interface-template; /routing pimsm interface; /routing pimsm neighbor; /routing pimsm static-rp; /routing
pimsm uib-g; /routing pimsm uib-sg; /routing route rule; /routing rpki session; /routing stats; /routing stats
memory; /routing stats origin; /routing stats pcap; /routing stats process; /routing stats step; /rsync-daemon;
/safe-mode; /system backup cloud; /system default-configuration caps-mode-script; /system default-configuration
custom-script; /system default-configuration script; /system keymat-provider; /system package local-update
mirror; /system package local-update update-package-source; /system regulatory; /system resource hardware;
/system resource hardware usb-settings; /system resource irq rps; /system resource usb settings; /system rtrace;
/system upgrade upgrade-package-source; /terminal; /tool bandwidth-server session; /tool netinstall; /tool
netinstall cache; /tool netinstall devices; /tool netinstall settings; /tool traffic-generator
raw-packet-template; /tool traffic-generator stats latency-distribution; /tool traffic-generator stats port;
/tool traffic-generator stats raw; /tool traffic-generator stats stream`;

/** A menu in the tree of all menus. */
export interface MenuNode {
  readonly name: string;
  /** `/ip firewall mangle`; the root's is empty. */
  readonly path: string;
  readonly parent: MenuNode | undefined;
  readonly children: Map<string, MenuNode>;
}

function childOf(parent: MenuNode, name: string): MenuNode {
  const known = parent.children.get(name);
  if (known) return known;
  const path = parent.path === '' ? `/${name}` : `${parent.path} ${name}`;
  const child: MenuNode = { name, path, parent, children: new Map() };
  parent.children.set(name, child);
  return child;
}

function grow(): MenuNode {
  const root: MenuNode = { name: '', path: '', parent: undefined, children: new Map() };
  let parent = root;
  let last = root;
  for (const token of outline.match(/[{}]|[^\s{}]+/g) ?? []) {
    if (token === '{') parent = last;
    else if (token === '}') {
      last = parent;
      parent = parent.parent ?? root;
    } else last = childOf(parent, token);
  }
  for (const path of more.split(';')) path.trim().slice(1).split(/\s+/).reduce(childOf, root);
  return root;
}

/** The root of all menus. */
export const rootMenu: MenuNode = grow();

/** The menu of a path as exports print it, or undefined. */
export function menuAt(path: string): MenuNode | undefined {
  let node: MenuNode | undefined = rootMenu;
  for (const name of path.replace(/^\//, '').split(/[\s/]+/))
    node = name === '' ? node : node?.children.get(name);
  return node;
}
