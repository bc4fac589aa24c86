import { existsIn, type RouterOsVersion, versionsWith } from '../model/index.ts';
import { listed, menuSchema, menus, type OutlineStatement } from '../rsc/index.ts';

/** Menus of RouterOS 7 that 6 has nothing like: with what stands below them. */
const onlyV7 = `/app /container /interface macsec /interface macvlan /interface veth /interface vxlan
/interface wifi /interface wifiwave2 /interface wireguard /ip cloud advanced /ip cloud back-to-home-file
/ip dhcp-server matcher /ip dns adlist /ip dns forwarders /ip nat-pmp /ip reverse-proxy /ip socksify /ip vrf
/ipv6 firewall connection /routing bfd /routing bgp connection /routing bgp template /routing bgp evpn /routing bgp vpn
/routing fantasy /routing filter rule /routing filter num-list /routing filter community-list
/routing filter select-rule /routing gmp /routing id /routing isis /routing ospf interface-template
/routing ospf static-neighbor /routing pimsm instance /routing pimsm interface-template /routing rip interface-template
/routing rip instance /routing rpki /routing rule /routing settings /routing table /system ntp client servers
/system device-mode /task /user settings /user-manager /zerotier`;

/** Menus of RouterOS 6 that 7 has nothing like. */
const onlyV6 = `/ip accounting /ip route rule /ip route vrf /ip neighbor discovery /metarouter /mpls interface
/routing bgp aggregate /routing bgp network /routing bgp peer /routing mme /routing ospf network
/routing ospf nbma-neighbor /routing ospf sham-link /routing ospf virtual-link /routing prefix-lists /routing rip network
/routing rip neighbor /routing ripng /store /tool user-manager`;

/** RouterOS 6 has these, though the listings have them from a later 7 on: their package was not asked before. */
const packages = ['/interface wireless', '/caps-man'];

/** Routing protocols were written anew for RouterOS 7: even menus of the same name take other properties. */
const protocols = `/routing bgp /routing filter /routing isis /routing mme /routing ospf /routing ospf-v3 /routing pim
/routing rip /routing ripng /mpls`;

const paths = (text: string): readonly string[] => text.split(/\s(?=\/)/).map(path => path.trim());

const [v7Menus, v6Menus, protocolMenus] = [onlyV7, onlyV6, protocols].map(paths);

const isBelow = (menu: string, roots: readonly string[] = []): boolean =>
  roots.some(root => menu === root || menu.startsWith(`${root} `));

/** Does a routing protocol's menu have to be written anew? */
export const isProtocol = (menu: string): boolean => isBelow(menu, protocolMenus);

/** Why a version has nothing like a menu, as the end of a sentence; undefined: it has it, or nothing says so. */
export function lacksMenu(menu: string, target: RouterOsVersion): string | undefined {
  if (target.dialect === 'v6') {
    if (isBelow(menu, packages)) return undefined;
    const since = menuSchema.get(menu)?.gate.minor;
    if (since !== undefined) return `came with RouterOS ${versionsWith({ minor: since })}`;
    return isBelow(menu, v7Menus) ? 'exists in RouterOS 7 only' : undefined;
  }
  if (isBelow(menu, v6Menus)) return 'exists in RouterOS 6 only';
  const schema = menuSchema.get(menu);
  if (!schema || isBelow(menu, packages) || existsIn(schema.gate, target)) return undefined;
  return `exists in RouterOS ${versionsWith(schema.gate)}`;
}

/** Properties that came with RouterOS 7 before its first listing, by menu; `vrf` is one wherever it stands. */
const newInV7: Readonly<Record<string, RegExp>> = {
  '/ip dns': /^(?:doh-|mdns-|address-list-extra-time)/,
  '/ip firewall filter': /^hw-offload$/,
  '/ip firewall mangle': /^hw-offload$/,
  '/ip route': /^(?:suppress-hw-offload|vrf-interface)$/,
  '/queue type': /^(?:cake|codel|fq-codel)-/,
  '/routing rule': /^(?:chain|realm|min-prefix)$/,
  '/tool netwatch': /^(?!(?:host|interval|timeout|up-script|down-script|disabled|comment)$)/,
};

const isNewInV7 = (menu: string, property: string): boolean =>
  property === 'vrf' || newInV7[menu]?.test(property) === true;

const directions = new Set([
  'place-before',
  'numbers',
  'copy-from',
  'destination',
  'value-name',
  'where',
  'file',
]);

/** Why a version does not have a property, as the end of a sentence; undefined: it has it, or nothing says so. */
export function lacksProperty(
  { menu, name: command }: OutlineStatement,
  property: string,
  target: RouterOsVersion,
): string | undefined {
  if (directions.has(property) || property.startsWith('.') || (command !== 'add' && command !== 'set'))
    return undefined;
  const model = menus.find(({ path }) => path === menu);
  const gate = model?.attributes[property]?.only;
  if (gate && !existsIn(gate, target)) return `exists in RouterOS ${versionsWith(gate)}`;
  const schema = menuSchema.get(menu);
  const listing = schema?.properties.get(property);
  if (target.dialect === 'v6') {
    if (isBelow(menu, packages)) return undefined;
    if (listing?.minor !== undefined) return `came with RouterOS 7.${listing.minor}`;
    return isNewInV7(menu, property) ? 'exists in RouterOS 7 only' : undefined;
  }
  if (isBelow(menu, packages)) return undefined;
  if (listing) return existsIn(listing, target) ? undefined : `exists in RouterOS ${versionsWith(listing)}`;
  const isKnown = !schema || property in (model?.attributes ?? {}) || model?.others.includes(property);
  const isOld = (target.minor ?? listed.last) < listed.first;
  return isKnown || isOld ? undefined : `is none of RouterOS 7`;
}
