/**
 * Menus whose items stand in an order that counts: they have the command `move`, and `add` takes `place-before`. Source:
 * console listings of 7.9 to 7.24 (tikoci/restraml, public domain); rules for routes have another menu in RouterOS 6.
 */
const table = `
/caps-man access-list
/caps-man provisioning
/interface bridge calea
/interface bridge filter
/interface bridge nat
/interface bridge port
/interface wifi access-list
/interface wifi provisioning
/interface wifiwave2 access-list
/interface wifiwave2 provisioning
/interface wireguard peers
/interface wireless access-list
/interface wireless channels
/interface wireless connect-list
/ip dns static
/ip firewall calea
/ip firewall filter
/ip firewall mangle
/ip firewall nat
/ip firewall raw
/ip hotspot ip-binding
/ip hotspot walled-garden
/ip hotspot walled-garden ip
/ip ipsec policy
/ip proxy access
/ip proxy cache
/ip proxy direct
/ip socks access
/ip tftp
/ip vrf
/ipv6 firewall filter
/ipv6 firewall mangle
/ipv6 firewall nat
/ipv6 firewall raw
/mpls interface
/mpls ldp accept-filter
/mpls ldp advertise-filter
/queue simple
/radius
/routing bfd configuration
/routing bgp evpn
/routing filter community-ext-list
/routing filter community-large-list
/routing filter community-list
/routing filter num-list
/routing filter rule
/routing filter select-rule
/routing isis interface-template
/routing ospf interface-template
/routing pimsm interface-template
/routing route rule
/routing rule
/tool netinstall
/ip route rule
`;

const ordered: ReadonlySet<string> = new Set(table.trim().split('\n'));

export const isOrdered = (menu: string): boolean => ordered.has(menu);
