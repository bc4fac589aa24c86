/**
 * Menus and properties of one version that neither a listing nor the model's menus decide: RouterOS 6 was never listed,
 * and what 7 had before its first listing shows no beginning (docs/routeros.md#menus-of-one-version).
 */
const paths = (text: string): readonly string[] => text.trim().split(/\s+(?=\/)/);

/** Menus of RouterOS 7 that 6 has nothing like: with what stands below them. */
export const onlyV7 = paths(`
/container /interface macsec /interface veth /interface vxlan /interface wifiwave2 /ip cloud advanced
/ip cloud back-to-home-file /ip dhcp-server matcher /routing bgp connection /routing bgp template /routing bgp vpn
/routing fantasy /routing filter rule /routing filter num-list /routing filter community-list
/routing filter select-rule /routing gmp /routing id /routing ospf interface-template
/routing ospf static-neighbor /routing pimsm instance /routing pimsm interface-template /routing rip interface-template
/routing rip instance /routing rpki /system device-mode /system ntp client servers /task /user settings /user-manager
/zerotier`);

/** Menus of RouterOS 6 that 7 has nothing like. */
export const onlyV6 = paths(`
/ip accounting /ip neighbor discovery /metarouter /routing bgp aggregate /routing bgp network /routing bgp peer
/routing mme /routing ospf network /routing ospf nbma-neighbor /routing ospf sham-link /routing ospf virtual-link
/routing prefix-lists /routing rip network /routing rip neighbor /routing ripng /store /tool user-manager`);

/** RouterOS 6 has these, though the listings have them from a later 7 on: their package was not asked before. */
export const packages = ['/interface wireless', '/caps-man'];

/** What these have depends on the board: more than was listed. Back To Home is for ARM and TILE alone (MAN back-to-home). */
export const boards = ['/interface', '/ip cloud'];

/** Routing protocols were written anew for RouterOS 7: even menus of the same name take other properties. */
export const protocols = paths(`
/routing bfd /routing bgp /routing filter /routing isis /routing mme /routing ospf /routing ospf-v3 /routing pim
/routing rip /routing ripng /mpls`);

/** Properties that came with RouterOS 7 before its first listing, by menu. */
export const newInV7: Readonly<Record<string, RegExp>> = {
  '/ip dns': /^doh-/,
  '/ip firewall filter': /^hw-offload$/,
  '/ip firewall mangle': /^hw-offload$/,
  '/ip route': /^(?:suppress-hw-offload|vrf-interface)$/,
  '/ipv6 route': /^routing-table$/,
  '/queue type': /^(?:cake|codel|fq-codel)-/,
  '/routing rule': /^min-prefix$/,
  '/tool netwatch': /^(?!(?:host|interval|timeout|up-script|down-script|disabled|comment)$)/,
};
